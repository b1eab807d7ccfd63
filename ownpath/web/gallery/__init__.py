"""Every field and every piece in every state, on one page: for whoever builds a page, and for the tests."""

"""Two invented authorities to try the product on. Not installed in production."""

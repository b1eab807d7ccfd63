"""A young person's first page: what of every room they should see at one glance."""

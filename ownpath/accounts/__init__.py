"""Who can sign in, in what role, and how they were invited."""

"""What our templates draw with: the accessible form components, and small pictures of our own."""

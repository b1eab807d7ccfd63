"""What young people ask for: to be safe, or help with something. It reaches the adviser at once."""

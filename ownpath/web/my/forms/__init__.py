"""What a young person fills in."""

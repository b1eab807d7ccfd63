"""What young people say, counted with care."""

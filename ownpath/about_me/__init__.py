"""What a young person wrote about themselves for those who work with them, and who has read it: told once."""

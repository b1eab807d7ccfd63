"""The people in a young person's life, on a map that they draw themselves."""

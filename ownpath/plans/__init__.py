"""The plan: what a young person wants, the small steps towards it, and the wins on the way."""

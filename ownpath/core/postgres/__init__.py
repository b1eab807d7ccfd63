"""PostgreSQL as Django knows it, but nobody waits for a server that is away."""

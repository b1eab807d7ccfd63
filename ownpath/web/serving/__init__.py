"""How requests come in from the network."""

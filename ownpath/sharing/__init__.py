"""Mine to know and decide: who sees what, what others recorded about me, and all of it to take away."""

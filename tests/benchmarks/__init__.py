"""The figures that `make bench` prints. A figure is one function; none of them fails because something is slow."""

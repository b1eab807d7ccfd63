"""The product pushed hard for some minutes: `make soak`. It measures, and never fails because something is slow."""

"""The Department's return, in and out."""

"""Each part of a life's record, written as rows."""

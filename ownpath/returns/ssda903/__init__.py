"""Reading the Department's SSDA903 return: files to rows, rows to young people, and every fault on the way."""

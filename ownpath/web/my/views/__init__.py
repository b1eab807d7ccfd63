"""What a young person opens: one file for each page or small family of pages."""

"""Everything HTTP: a folder for each audience, and what their pages share. Calls queries and actions, never models."""

"""Young people: their time in care, their adviser over time, contacts, and dated facts for the return."""

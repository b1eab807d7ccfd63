"""What people write in a box, a file or a command, read in one place for each kind.

A reader returns what was meant, or raises `Unclear` with a sentence that asks. It never guesses between two meanings.
"""

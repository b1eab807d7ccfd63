"""Reads of what young people wrote about themselves, and of who has read it."""

from .own import AboutMe, Reader, Written, about_me, own_told, written
from .reaching import SafeContact, address_of, safe_contact
from .theirs import AboutThem, Brief, Part, about_them, brief, marked_unread

__all__ = [
    "AboutMe",
    "AboutThem",
    "Brief",
    "Part",
    "Reader",
    "SafeContact",
    "Written",
    "about_me",
    "about_them",
    "address_of",
    "brief",
    "marked_unread",
    "own_told",
    "safe_contact",
    "written",
]

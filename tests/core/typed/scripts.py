"""Digits as they are written elsewhere."""

SCRIPTS = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯", "０１２３４５６７８９", "๐๑๒๓๔๕๖๗๘๙"]


def in_script(text: str, script: str) -> str:
    """The text with these digits."""
    return text.translate(str.maketrans("0123456789", script))

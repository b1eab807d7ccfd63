"""Print docs/licences.md from a CycloneDX list of what a server runs: `make sbom`."""

import json
import re
import sys
from pathlib import Path
from typing import Any

# What a package says in its own words, in the names of the SPDX list.
SPDX = {
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
}
# Where the package's metadata names none: read in its licence file.
READ_IN_FILE = {"pyrage": "MIT"}

BEFORE = """\
# Licences of what is shipped

Ownpath is under the MIT licence, its starter survey under [CC BY 4.0](../ownpath/surveys/packs/LICENSE.md). A server
also runs the packages below. `make sbom` writes this page and `var/ownpath.cdx.json`: the same as a CycloneDX list
with versions and hashes, for whoever checks them for known faults.

| package | licence |
| --- | --- |
"""
AFTER = """
- **psycopg** (LGPL) is used as it is, as a library of its own, which the LGPL allows to software of any licence.
- **pyphen** offers three licences; we take it under the MPL 1.1.
- **The style sheet** contains compiled parts of govuk-frontend 6.3.0 (MIT, Crown copyright). No font and no picture of
  GOV.UK is shipped: they are for its own services.
- **Noto Naskh Arabic** in `ownpath/web/fonts` (SIL Open Font Licence 1.1, its text beside it) goes into Arabic PDFs.
- **From the system**, not shipped by us: Python (PSF-2.0), PostgreSQL (PostgreSQL licence) or SQLite (public domain),
  Pango and HarfBuzz (LGPL-2.0-or-later, MIT) with the DejaVu fonts, for PDFs.
"""


def licences(component: dict[str, Any]) -> str:
    """What one package is under, in SPDX names, each once."""
    named = []
    for entry in component.get("licenses", []):
        licence = entry.get("license", {})
        words = entry.get("expression") or licence.get("id") or licence.get("name", "").rpartition(" :: ")[2]
        named.append(SPDX.get(words, words))
    found = " or ".join(dict.fromkeys(named)) or READ_IN_FILE.get(component["name"])
    if not found:
        sys.exit(f"{component['name']} names no licence. Read its licence file, and add it to READ_IN_FILE.")
    return found


def normal(name: str) -> str:
    """A package's name as lock files have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    listed = json.loads(Path(sys.argv[1]).read_text())["components"]
    rows = sorted((normal(each["name"]), licences(each)) for each in listed)
    print(BEFORE + "".join(f"| {name} | {licence} |\n" for name, licence in rows) + AFTER, end="")

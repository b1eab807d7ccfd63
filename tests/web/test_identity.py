"""Our colours, as compiled: whatever meets, can be told apart, by day and by night (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

COMPILED = Path(settings.BASE_DIR) / "ownpath" / "web" / "static" / "ownpath.css"
TEXT = 4.5
SHAPE = 3.0
PAPERS = ("paper", "paper-staff", "card")

ON_PAPERS = [(front, paper, TEXT) for front in ("ink", "ink-soft", "brand", "brand-deep", "fault") for paper in PAPERS]
SHAPES = [(front, paper, SHAPE) for front in ("line-strong", "warm", "done") for paper in PAPERS]
ELSEWHERE = [
    ("on-brand", "brand", TEXT),
    ("on-brand", "brand-deep", TEXT),
    ("on-focus", "focus", TEXT),
    *[("ink", tint, TEXT) for tint in ("brand-tint", "warm-tint", "done-tint", "fault-tint", "hill-near", "hill-mid")],
    *[("ink-soft", tint, TEXT) for tint in ("brand-tint", "warm-tint")],
    *[("brand", tint, TEXT) for tint in ("brand-tint", "warm-tint", "done-tint", "hill-near")],
    ("brand-deep", "brand-tint", TEXT),
    ("brand", "level-1", SHAPE),
]


def tokens(scheme: str) -> dict[str, str]:
    """The colours of one scheme: the dark ones stand above the light ones that they leave."""
    css = COMPILED.read_text()
    light = re.search(r":root\{([^}]*)\}", css)
    dark = re.search(r"@media screen and \(prefers-color-scheme: dark\)\{:root\{([^}]*)\}", css)
    assert light
    assert dark
    found = light[1] if scheme == "light" else light[1] + ";" + dark[1]
    return dict(re.findall(r"--([\w-]+): ?(#[0-9a-f]{3,6})", found))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#ffffff", "#000") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), [*ON_PAPERS, *SHAPES, *ELSEWHERE])
def test_what_meets_can_be_told_apart(scheme: str, front: str, ground: str, least: float) -> None:
    colours = tokens(scheme)
    assert contrast(colours[front], colours[ground]) >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_level_is_further_from_the_paper_than_the_one_before(scheme: str) -> None:
    """Levels differ by how strong they are, never by hue: no traffic light, and no colour that must be known."""
    colours = tokens(scheme)
    strengths = [contrast(colours[f"level-{level}"], colours["card"]) for level in range(1, 6)]
    assert strengths == sorted(strengths)

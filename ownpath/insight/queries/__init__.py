"""What young people say, counted, and the people behind each number."""

from .areas import AreaTallies, MeasureTallies, Tally, area_tallies
from .people import Voice, Voices, area_list

__all__ = ["AreaTallies", "MeasureTallies", "Tally", "Voice", "Voices", "area_list", "area_tallies"]

"""Reads of young people's records. Each returns only what the actor may see; what is not visible is `NotVisible`."""

from .records import allocated_to, young_people, young_person
from .signing_in import actor_of, authority_of, user_with_roles

__all__ = ["actor_of", "allocated_to", "authority_of", "user_with_roles", "young_people", "young_person"]

"""Survey packs as data, and what young people answered: their words, by their own measure."""

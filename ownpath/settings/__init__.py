"""Settings: `base` for all, then one of `demo`, `test`, `production`. Each says what may go in it."""

"""The local offer as a file: docs/local-offer.md says how to write one."""

"""Documents that people write as YAML files: read without running anything, and every fault told with its line."""

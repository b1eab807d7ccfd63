"""What is counted about the service, for whoever keeps it running. Never whose page, and never which page.

Workers share their counts through files in the folder that `PROMETHEUS_MULTIPROC_DIR` names; without it each counts
by itself.
"""

from prometheus_client import Counter, Histogram

REQUESTS = Counter("ownpath_requests", "Requests answered.", ["side", "method", "status"])
SECONDS = Histogram(
    "ownpath_request_seconds",
    "How long an answer took.",
    ["side"],
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30),
)
SAVES = Counter("ownpath_saves", "Changes that were saved.", ["room"])

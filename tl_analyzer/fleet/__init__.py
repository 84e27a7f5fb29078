"""Many athletes at once: the same analysis as for one, over processes or a cluster."""

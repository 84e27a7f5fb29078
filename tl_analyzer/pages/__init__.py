"""HTML pages: one environment, one frame and one style for everything that a browser opens."""

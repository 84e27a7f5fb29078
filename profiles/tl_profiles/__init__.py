"""The shipped parameter set: coefficients and thresholds as TOML, one folder a version."""

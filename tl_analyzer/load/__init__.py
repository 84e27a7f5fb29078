"""The load model: from one athlete's log to exposure, one cited equation a function."""

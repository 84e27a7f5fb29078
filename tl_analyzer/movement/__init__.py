"""Exercise names -> movement patterns and what they load."""

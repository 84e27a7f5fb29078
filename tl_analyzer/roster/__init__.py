"""A coach's page: many athletes' weeks as one line each, most urgent first."""

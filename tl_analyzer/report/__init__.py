"""Reports: the report as a value, and one format a file."""

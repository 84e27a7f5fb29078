"""Bytes of a FIT file -> columns of records and single messages; `decode` is the way in."""

"""Datasets of many athletes: tables in buckets of Parquet, CSV or JSON files."""

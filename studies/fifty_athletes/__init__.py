"""Fifty athletes as a folder tree: what a coach opens on a Monday morning, for looks and times."""

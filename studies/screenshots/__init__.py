"""Pictures of the pages, to be looked at: on a phone, at a desk, at night and on paper."""

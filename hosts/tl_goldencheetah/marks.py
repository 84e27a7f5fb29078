"""How an activity that this package wrote is told from all others."""

#: Tag of the activity, and its value.
SOURCE_TAG = "Source"
SOURCE = "tl-analyzer"

#: Tag with the digest of what was written.
WRITTEN_TAG = "tl-analyzer written"

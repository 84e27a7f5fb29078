"""``tl import`` is killed at random moments; what the store holds afterwards is compared."""

"""What ``import tl_analyzer`` hands out."""

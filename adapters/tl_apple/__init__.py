"""Apple Health: the XML that the Health app exports."""

from tl_apple.adapter import AppleHealthAdapter

__all__ = ["AppleHealthAdapter"]

"""Pictures as inline SVG: pure functions from numbers and labels, one picture a file.

Every shape has a class and a literal colour: browsers let the page's style override the literal,
printers that do not apply style inside SVG use it. Nothing is told by colour alone. Labels are
escaped here; that they are printable is up to the caller.
"""

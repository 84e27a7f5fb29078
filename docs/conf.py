"""How Sphinx builds the documentation site: `make docs`."""

project = "tl-analyzer"
html_title = "tl-analyzer"
html_theme = "furo"
html_copy_source = False
html_show_copyright = False
html_theme_options = {"navigation_with_keys": True}

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["deflist"]
#: Depth to which headings can be linked to: `rules.md#tl101-hinge-dose-above-usual`.
myst_heading_anchors = 3

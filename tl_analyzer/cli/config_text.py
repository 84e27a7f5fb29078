"""The configuration as a page, and as JSON."""

import json

from tl_analyzer.cli.config_values import CheckedConfig
from tl_analyzer.cli.fact_line import fact_line
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import clean

#: What happens where nothing is said.
_WITHOUT = {
    "profile": "profile.toml beside the files, else none",
    "athlete": "the only one in the store",
    "jobs": "one a processor",
}
_PATH = 500


def config_text(config: CheckedConfig, layout: Layout) -> str:
    """Lay out the configuration."""
    sheet = Sheet(layout)
    there = "" if config.exists else " (there is none; `tl config --help` shows one)"
    sheet.paragraph(sheet.words(f"config file {clean(str(config.file), _PATH)}{there}"), 0)
    width = max(map(len, config.settings))
    for key, setting in config.settings.items():
        value = clean(setting.value, _PATH) or _WITHOUT[key]
        told = sheet.join(sheet.words(value), sheet.words(f"  ({setting.origin})", "dim"))
        fact_line(sheet, clean(key), told, width)
    return sheet.text()


def config_json(config: CheckedConfig, layout: Layout) -> str:
    """The configuration for a program."""
    del layout
    settings = {
        key: {"value": setting.value or None, "origin": setting.origin}
        for key, setting in config.settings.items()
    }
    document = {"file": str(config.file), "exists": config.exists, "settings": settings}
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"

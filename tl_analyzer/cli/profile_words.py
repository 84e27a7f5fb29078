"""Words of a profile that are free, and that nothing would come of."""

from collections.abc import Iterator

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.equipment import canonical, equipment_words
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.plugins import adapters
from tl_analyzer.profile import Profile


def known_equipment() -> list[str]:
    """Equipment that the catalogue asks for, beside what everybody has."""
    asked_for = {word for entry in catalogue().exercises.values() for word in entry.equipment}
    return sorted(asked_for - equipment_words().everyday)


def unknown_words(profile: Profile) -> Iterator[str]:
    """Say of each word that is unknown what it may have been meant to be."""
    known = known_equipment()
    for word in profile.plan.equipment:
        if canonical(word) not in {*known, *equipment_words().everyday}:
            other = f"The plan knows {', '.join(known)}."
            yield f"no exercise asks for equipment {word!r}. {did_you_mean(word, known, other)}"
    installed = [adapter.name for adapter in adapters()]
    for table in profile.columns:
        if table.adapter not in installed:
            other = "`tl adapters` lists those that are installed."
            near = did_you_mean(table.adapter, installed, other)
            yield f"columns are described for {table.adapter!r}, which is no adapter. {near}"

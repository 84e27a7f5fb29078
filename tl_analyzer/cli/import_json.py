"""What an import did, as JSON."""

import json

from tl_analyzer.athletes.athlete import Resolved
from tl_analyzer.importing.import_account import FileNote, ImportAccount
from tl_analyzer.report.layout import Layout


def import_json(account: ImportAccount, who: Resolved, layout: Layout, *, dry_run: bool) -> str:
    """Write what an import did as one JSON document."""
    tree = {
        "athlete": who.profile.athlete.id,
        "dry_run": dry_run,
        "files": account.files,
        "unchanged_files": account.unchanged_files,
        "kinds": {kind: dict(account.kinds[kind]) for kind in sorted(account.kinds)},
        "changed_entries": account.changes,
        "pruned_entries": account.pruned,
        "notes": [problem.model_dump(mode="json") for problem in who.notes],
        "remarks": [_remark(note) for note in account.notes],
        "more_files_with_remarks": account.more_notes,
    }
    return json.dumps(tree, indent=2, ensure_ascii=True) + "\n"


def _remark(note: FileNote) -> dict[str, object]:
    return {
        **note.source.model_dump(mode="json"),
        "problems": [problem.model_dump(mode="json") for problem in note.problems],
        "more_problems": note.more,
    }

"""Check the account of a dry run: every file named, every row read, refused or set aside.

    python corpus_accounts.py FOLDER CHECK.json

FOLDER is what ``tl check FOLDER --format json`` was run on. Exits 1 if a file is missing from
the account or a tally does not add up.
"""

import json
import sys
from collections import Counter
from pathlib import Path


def main(folder: Path, account: Path) -> int:
    """Print the account and what is wrong with it; 1 if anything is."""
    report = json.loads(account.read_text(encoding="utf-8"))
    named = {f["file"].split("!/")[0] for f in report["files"]}
    on_disk = {str(p) for p in folder.rglob("*") if p.is_file()}
    wrong = [f"not in the account: {p}" for p in sorted(on_disk - named)]
    rows: Counter[str] = Counter()
    for file in report["files"]:
        tally = file.get("tally")
        if file["adapter"] and tally is None:
            wrong.append(f"no tally: {file['file']}")
        if tally:
            aside = sum(count for _, count in tally["set_aside"])
            if tally["read"] + tally["refused"] + aside != tally["total"]:
                wrong.append(f"does not add up: {file['file']}")
            key = f"{file['adapter']}: {tally['unit']}s"
            rows[f"{key} read"] += tally["read"]
            rows[f"{key} refused"] += tally["refused"]
            rows[f"{key} set aside"] += aside
    adapters = Counter(f["adapter"] or "not recognised" for f in report["files"])
    print(f"{len(on_disk)} files on disk, {len(report['files'])} in the account")
    for name, count in sorted({**adapters, **rows}.items()):
        print(f"  {count:>9,} {name}")
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))

"""Where the store lies: in the user's data folder, unless the environment says otherwise."""

import os
from pathlib import Path

#: Environment variable that names the file of the store.
VARIABLE = "TL_STORE"

_APPLICATION = "tl-analyzer"
_FILE = "log.sqlite"


def default_store() -> Path:
    """File of the store of this user."""
    named = os.environ.get(VARIABLE, "")
    if named:
        return Path(named).expanduser()
    # Loaded only where no other place is named: it takes a while.
    import platformdirs

    return platformdirs.user_data_path(_APPLICATION, appauthor=False) / _FILE

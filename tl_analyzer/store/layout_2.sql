-- From layout 1 to layout 2: what is planned, and what was acknowledged with what it stood at.

CREATE TABLE planned_session (
    "athlete" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER,
    "zone" INTEGER NOT NULL, -- text
    "clock" INTEGER NOT NULL, -- text
    "sport" INTEGER NOT NULL, -- text
    "title" INTEGER NOT NULL, -- text
    "origin" INTEGER NOT NULL,
    "row" INTEGER,
    PRIMARY KEY (athlete, start, number)
) STRICT, WITHOUT ROWID;

-- Layout 1 had this table for a command that came with layout 2: nothing was ever kept in it.
DROP TABLE acknowledgement;

CREATE TABLE acknowledgement (
    athlete INTEGER NOT NULL REFERENCES athlete(id),
    code TEXT NOT NULL,
    until TEXT NOT NULL, -- last day it holds, ISO 8601
    note TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    week TEXT NOT NULL, -- the week whose flag it was, ISO 8601
    severity TEXT NOT NULL, -- of that flag
    measure TEXT NOT NULL, -- its leading measure, with value and threshold
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    threshold REAL,
    PRIMARY KEY (athlete, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE withdrawn (
    athlete INTEGER NOT NULL REFERENCES athlete(id),
    code TEXT NOT NULL,
    made_at INTEGER NOT NULL, -- of the acknowledgement that was taken back
    PRIMARY KEY (athlete, code)
) STRICT, WITHOUT ROWID;

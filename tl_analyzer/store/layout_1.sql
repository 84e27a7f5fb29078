-- Layout 1 of the log store; later layouts are steps from here, and a new file takes all of them.
-- Instants are microseconds since 1970-01-01 UTC. Columns marked "text"
-- hold numbers of the table of texts; the views log_* show them as words. Entries are clustered by
-- athlete and time, so that a window of weeks is one stretch of each table.

CREATE TABLE athlete (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    profile TEXT NOT NULL,
    profile_path ANY NOT NULL,
    mapping TEXT NOT NULL
) STRICT;

CREATE TABLE import_run (
    id INTEGER PRIMARY KEY,
    athlete INTEGER NOT NULL REFERENCES athlete(id),
    roots TEXT NOT NULL, -- JSON list of absolute paths
    started INTEGER NOT NULL,
    finished INTEGER
) STRICT;

-- Files on the disk, as they were when they were last read.
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    athlete INTEGER NOT NULL REFERENCES athlete(id),
    path ANY NOT NULL,
    size INTEGER,
    mtime_ns INTEGER,
    settings TEXT NOT NULL,
    UNIQUE (athlete, path)
) STRICT;

-- What was read: one row a file, or a member of an archive, and version of its bytes.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    athlete INTEGER NOT NULL REFERENCES athlete(id),
    file_id INTEGER NOT NULL REFERENCES file(id),
    member INTEGER NOT NULL, -- text; empty for the file itself
    run INTEGER NOT NULL REFERENCES import_run(id), -- that read it
    since INTEGER NOT NULL REFERENCES import_run(id), -- as of which its statements hold
    current INTEGER NOT NULL, -- 0 when the file says something else by now
    settings TEXT NOT NULL,
    "file" INTEGER NOT NULL, -- text
    "digest" INTEGER NOT NULL, -- text
    "opened" INTEGER NOT NULL,
    "adapter" INTEGER NOT NULL, -- text
    "reason" INTEGER NOT NULL, -- text
    "entries" INTEGER NOT NULL,
    "tally" INTEGER, -- text
    "same_as" INTEGER NOT NULL -- text
) STRICT;
CREATE INDEX source_of_file ON source (file_id, member);
CREATE INDEX source_of_digest ON source (athlete, digest);

CREATE TABLE problem (
    source INTEGER NOT NULL REFERENCES source(id),
    number INTEGER NOT NULL,
    "file" INTEGER NOT NULL, -- text
    "found" INTEGER NOT NULL, -- text
    "expected" INTEGER NOT NULL, -- text
    "hint" INTEGER NOT NULL, -- text
    "line" INTEGER,
    "column" INTEGER, -- text
    "kind" INTEGER NOT NULL, -- text
    "code" INTEGER NOT NULL, -- text
    PRIMARY KEY (source, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin (
    origin INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source(id),
    "adapter" INTEGER NOT NULL, -- text
    "file" INTEGER NOT NULL, -- text
    "digest" INTEGER NOT NULL -- text
) STRICT;
CREATE INDEX origin_of_source ON origin (source);

CREATE TABLE workout (
    "athlete" INTEGER NOT NULL,
    "workout" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "zone" INTEGER NOT NULL, -- text
    "clock" INTEGER NOT NULL, -- text
    "duration_s" REAL,
    "title" INTEGER NOT NULL, -- text
    "app" INTEGER NOT NULL, -- text
    "detected" INTEGER NOT NULL,
    "origin" INTEGER NOT NULL,
    "row" INTEGER,
    "folded" INTEGER NOT NULL, -- text
    PRIMARY KEY (athlete, start, workout)
) STRICT, WITHOUT ROWID;

CREATE TABLE strength_set (
    "athlete" INTEGER NOT NULL,
    "workout_start" INTEGER NOT NULL,
    "workout" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "exercise" INTEGER NOT NULL, -- text
    "set_type" INTEGER NOT NULL, -- text
    "weight" REAL,
    "weight_unit" INTEGER, -- text
    "unit_basis" INTEGER, -- text
    "load_meaning" INTEGER NOT NULL, -- text
    "reps" INTEGER,
    "rpe" REAL,
    "rir" REAL,
    "duration_s" REAL,
    "distance_m" REAL,
    "set_start" INTEGER,
    "set_zone" INTEGER, -- text
    "set_clock" INTEGER, -- text
    "note" INTEGER NOT NULL, -- text
    "position" INTEGER,
    "row" INTEGER NOT NULL,
    PRIMARY KEY (athlete, workout_start, workout, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE ride (
    "athlete" INTEGER NOT NULL,
    "ride" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "zone" INTEGER NOT NULL, -- text
    "clock" INTEGER NOT NULL, -- text
    "elapsed_s" REAL NOT NULL,
    "moving_s" REAL NOT NULL,
    "distance_m" REAL,
    "sub_sport" INTEGER NOT NULL, -- text
    "indoor" INTEGER,
    "position_evidence" INTEGER NOT NULL, -- text
    "time_standing_s" REAL,
    "average_power_w" REAL,
    "device" INTEGER NOT NULL, -- text
    "recorded" INTEGER NOT NULL,
    "origin" INTEGER NOT NULL,
    "row" INTEGER,
    "folded" INTEGER NOT NULL, -- text
    PRIMARY KEY (athlete, start, ride)
) STRICT, WITHOUT ROWID;

CREATE TABLE ride_bout (
    "athlete" INTEGER NOT NULL,
    "ride_start" INTEGER NOT NULL,
    "ride" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "posture" INTEGER NOT NULL, -- text
    PRIMARY KEY (athlete, ride_start, ride, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
    "athlete" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "zone" INTEGER NOT NULL, -- text
    "clock" INTEGER NOT NULL, -- text
    "sport" INTEGER NOT NULL, -- text
    "moving_s" REAL,
    "distance_m" REAL,
    "origin" INTEGER NOT NULL,
    "row" INTEGER,
    "folded" INTEGER NOT NULL, -- text
    PRIMARY KEY (athlete, start, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE posture (
    "athlete" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "zone" INTEGER NOT NULL, -- text
    "clock" INTEGER NOT NULL, -- text
    "posture" INTEGER NOT NULL, -- text
    "probability" REAL NOT NULL,
    "quality" INTEGER NOT NULL, -- text
    "observation" INTEGER NOT NULL, -- text
    "style" INTEGER, -- text
    "source" INTEGER NOT NULL, -- text
    "origin" INTEGER NOT NULL,
    "row" INTEGER,
    PRIMARY KEY (athlete, start, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE body_mass (
    "athlete" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "zone" INTEGER NOT NULL, -- text
    "clock" INTEGER NOT NULL, -- text
    "mass" REAL NOT NULL,
    "mass_unit" INTEGER NOT NULL, -- text
    "unit_basis" INTEGER NOT NULL, -- text
    "origin" INTEGER NOT NULL,
    "row" INTEGER,
    PRIMARY KEY (athlete, start, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_in (
    "athlete" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "zone" INTEGER NOT NULL, -- text
    "clock" INTEGER NOT NULL, -- text
    "region" INTEGER NOT NULL, -- text
    "side" INTEGER NOT NULL, -- text
    "score" REAL,
    "signs" INTEGER NOT NULL, -- text
    "note" INTEGER NOT NULL, -- text
    "origin" INTEGER NOT NULL,
    "row" INTEGER,
    PRIMARY KEY (athlete, start, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE wellness (
    "athlete" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "zone" INTEGER NOT NULL, -- text
    "clock" INTEGER NOT NULL, -- text
    "measure" INTEGER NOT NULL, -- text
    "value" REAL NOT NULL,
    "unit" INTEGER NOT NULL, -- text
    "scale_least" REAL,
    "scale_most" REAL,
    "scale_best" INTEGER, -- text
    "source" INTEGER NOT NULL, -- text
    "origin" INTEGER NOT NULL,
    "row" INTEGER,
    PRIMARY KEY (athlete, start, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_total (
    "athlete" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "zone" INTEGER NOT NULL, -- text
    "clock" INTEGER NOT NULL, -- text
    "measure" INTEGER NOT NULL, -- text
    "value" REAL NOT NULL,
    "source" INTEGER NOT NULL, -- text
    "origin" INTEGER NOT NULL,
    "row" INTEGER,
    PRIMARY KEY (athlete, start, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE acknowledgement (
    athlete INTEGER NOT NULL REFERENCES athlete(id),
    code TEXT NOT NULL,
    until TEXT NOT NULL, -- last day it holds, ISO 8601
    note TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (athlete, code)
) STRICT, WITHOUT ROWID;

-- Every text once. A text that is no valid Unicode is held as bytes.
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    value ANY NOT NULL UNIQUE
) STRICT;

-- The next number of each kind of thing that is numbered.
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX workout_of_origin ON workout (origin);
CREATE INDEX ride_of_origin ON ride (origin);
CREATE INDEX activity_of_origin ON activity (origin);

-- Few intervals are longer than a day; a window must find those that began before it.
CREATE INDEX long_posture ON posture (athlete, "end") WHERE "end" - start > 86400000000;

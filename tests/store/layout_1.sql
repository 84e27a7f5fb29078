BEGIN TRANSACTION;
CREATE TABLE acknowledgement (
    athlete INTEGER NOT NULL REFERENCES athlete(id),
    code TEXT NOT NULL,
    until TEXT NOT NULL, -- last day it holds, ISO 8601
    note TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (athlete, code)
) STRICT, WITHOUT ROWID;
INSERT INTO "acknowledgement" VALUES(1,'TL101','2026-12-01','a stage race',1795176000000000);
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
CREATE TABLE athlete (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    profile TEXT NOT NULL,
    profile_path ANY NOT NULL,
    mapping TEXT NOT NULL
) STRICT;
INSERT INTO "athlete" VALUES(1,'anna','schema = 1
[athlete]
id = "anna"
timezone = "Europe/Berlin"
','','');
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
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "counter" VALUES('origin',3);
INSERT INTO "counter" VALUES('posture',12);
INSERT INTO "counter" VALUES('ride',25);
INSERT INTO "counter" VALUES('workout',25);
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
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    athlete INTEGER NOT NULL REFERENCES athlete(id),
    path ANY NOT NULL,
    size INTEGER,
    mtime_ns INTEGER,
    settings TEXT NOT NULL,
    UNIQUE (athlete, path)
) STRICT;
INSERT INTO "file" VALUES(1,1,'/logs/a.csv',68,666465655796,'as ever');
CREATE TABLE import_run (
    id INTEGER PRIMARY KEY,
    athlete INTEGER NOT NULL REFERENCES athlete(id),
    roots TEXT NOT NULL, -- JSON list of absolute paths
    started INTEGER NOT NULL,
    finished INTEGER
) STRICT;
INSERT INTO "import_run" VALUES(1,1,'["/logs"]',1795176000000000,1795176000000000);
INSERT INTO "import_run" VALUES(2,1,'["/logs"]',1795176000000000,1795176000000000);
CREATE TABLE origin (
    origin INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source(id),
    "adapter" INTEGER NOT NULL, -- text
    "file" INTEGER NOT NULL, -- text
    "digest" INTEGER NOT NULL -- text
) STRICT;
INSERT INTO "origin" VALUES(1,1,4,3,2);
INSERT INTO "origin" VALUES(2,2,4,3,21);
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
INSERT INTO "posture" VALUES(1,6,1791270000000000,1791280800000000,5,6,7,0.8,8,9,NULL,10,1,1);
INSERT INTO "posture" VALUES(1,11,1791874800000000,1791885600000000,5,6,7,0.8,8,9,NULL,10,2,1);
INSERT INTO "posture" VALUES(1,10,1792479600000000,1792490400000000,5,6,7,0.8,8,9,NULL,10,2,1);
INSERT INTO "posture" VALUES(1,9,1793088000000000,1793098800000000,5,6,7,0.8,8,9,NULL,10,2,1);
INSERT INTO "posture" VALUES(1,8,1793692800000000,1793703600000000,5,6,7,0.8,8,9,NULL,10,2,1);
INSERT INTO "posture" VALUES(1,7,1794297600000000,1794308400000000,5,6,7,0.8,8,9,NULL,10,2,1);
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
INSERT INTO "ride" VALUES(1,6,1791615600000000,1791621300000000,5,6,5700.0,5700.0,42750.0,1,NULL,18,NULL,NULL,1,1,2,1,11);
INSERT INTO "ride" VALUES(1,5,1792220400000000,1792226100000000,5,6,5700.0,5700.0,42750.0,1,NULL,18,NULL,NULL,1,1,2,1,11);
INSERT INTO "ride" VALUES(1,4,1792825200000000,1792830900000000,5,6,5700.0,5700.0,42750.0,1,NULL,18,NULL,NULL,1,1,2,1,11);
INSERT INTO "ride" VALUES(1,3,1793433600000000,1793439300000000,5,6,5700.0,5700.0,42750.0,1,NULL,18,NULL,NULL,1,1,2,1,11);
INSERT INTO "ride" VALUES(1,2,1794038400000000,1794044100000000,5,6,5700.0,5700.0,42750.0,1,NULL,18,NULL,NULL,1,1,2,1,11);
INSERT INTO "ride" VALUES(1,1,1794643200000000,1794648900000000,5,6,5700.0,5700.0,42750.0,1,NULL,18,NULL,NULL,1,1,2,1,11);
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
INSERT INTO "ride_bout" VALUES(1,1791615600000000,6,0,1791615600000000,1791621000000000,19);
INSERT INTO "ride_bout" VALUES(1,1791615600000000,6,1,1791621000000000,1791621300000000,20);
INSERT INTO "ride_bout" VALUES(1,1792220400000000,5,0,1792220400000000,1792225800000000,19);
INSERT INTO "ride_bout" VALUES(1,1792220400000000,5,1,1792225800000000,1792226100000000,20);
INSERT INTO "ride_bout" VALUES(1,1792825200000000,4,0,1792825200000000,1792830600000000,19);
INSERT INTO "ride_bout" VALUES(1,1792825200000000,4,1,1792830600000000,1792830900000000,20);
INSERT INTO "ride_bout" VALUES(1,1793433600000000,3,0,1793433600000000,1793439000000000,19);
INSERT INTO "ride_bout" VALUES(1,1793433600000000,3,1,1793439000000000,1793439300000000,20);
INSERT INTO "ride_bout" VALUES(1,1794038400000000,2,0,1794038400000000,1794043800000000,19);
INSERT INTO "ride_bout" VALUES(1,1794038400000000,2,1,1794043800000000,1794044100000000,20);
INSERT INTO "ride_bout" VALUES(1,1794643200000000,1,0,1794643200000000,1794648600000000,19);
INSERT INTO "ride_bout" VALUES(1,1794643200000000,1,1,1794648600000000,1794648900000000,20);
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
INSERT INTO "source" VALUES(1,1,1,1,1,1,0,'as ever',3,2,1,4,1,18,NULL,1);
INSERT INTO "source" VALUES(2,1,1,1,2,2,1,'as ever',3,21,1,4,1,17,NULL,1);
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
INSERT INTO "strength_set" VALUES(1,1791216000000000,6,0,12,14,140.0,15,16,17,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,2);
INSERT INTO "strength_set" VALUES(1,1791216000000000,6,1,13,14,70.0,15,16,17,8,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,3);
INSERT INTO "strength_set" VALUES(1,1791820800000000,5,0,12,14,140.0,15,16,17,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,2);
INSERT INTO "strength_set" VALUES(1,1791820800000000,5,1,13,14,70.0,15,16,17,8,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,3);
INSERT INTO "strength_set" VALUES(1,1792425600000000,4,0,12,14,140.0,15,16,17,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,2);
INSERT INTO "strength_set" VALUES(1,1792425600000000,4,1,13,14,70.0,15,16,17,8,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,3);
INSERT INTO "strength_set" VALUES(1,1793034000000000,3,0,12,14,140.0,15,16,17,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,2);
INSERT INTO "strength_set" VALUES(1,1793034000000000,3,1,13,14,70.0,15,16,17,8,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,3);
INSERT INTO "strength_set" VALUES(1,1793638800000000,2,0,12,14,140.0,15,16,17,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,2);
INSERT INTO "strength_set" VALUES(1,1793638800000000,2,1,13,14,70.0,15,16,17,8,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,3);
INSERT INTO "strength_set" VALUES(1,1794243600000000,1,0,12,14,170.0,15,16,17,5,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,2);
INSERT INTO "strength_set" VALUES(1,1794243600000000,1,1,13,14,70.0,15,16,17,8,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,3);
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    value ANY NOT NULL UNIQUE
) STRICT;
INSERT INTO "text" VALUES(1,'');
INSERT INTO "text" VALUES(2,'ae114e2a709fc862ba01c2e919a9e69d92ec7bfe7255ae69c6d960a722d84e26');
INSERT INTO "text" VALUES(3,'/logs/a.csv');
INSERT INTO "text" VALUES(4,'strength-csv');
INSERT INTO "text" VALUES(5,'Europe/Berlin');
INSERT INTO "text" VALUES(6,'local');
INSERT INTO "text" VALUES(7,'sitting');
INSERT INTO "text" VALUES(8,'B');
INSERT INTO "text" VALUES(9,'posture log');
INSERT INTO "text" VALUES(10,'test');
INSERT INTO "text" VALUES(11,'[]');
INSERT INTO "text" VALUES(12,'Deadlift');
INSERT INTO "text" VALUES(13,'Barbell Row');
INSERT INTO "text" VALUES(14,'working');
INSERT INTO "text" VALUES(15,'kg');
INSERT INTO "text" VALUES(16,'stated');
INSERT INTO "text" VALUES(17,'external');
INSERT INTO "text" VALUES(18,'events');
INSERT INTO "text" VALUES(19,'seated');
INSERT INTO "text" VALUES(20,'standing');
INSERT INTO "text" VALUES(21,'e3cc2a1498554f3a91b1164cd604dbced59308a211ea0b61dc965b03b4f5d9eb');
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
INSERT INTO "workout" VALUES(1,6,1791216000000000,5,6,3600.0,1,1,0,2,1,11);
INSERT INTO "workout" VALUES(1,5,1791820800000000,5,6,3600.0,1,1,0,2,1,11);
INSERT INTO "workout" VALUES(1,4,1792425600000000,5,6,3600.0,1,1,0,2,1,11);
INSERT INTO "workout" VALUES(1,3,1793034000000000,5,6,3600.0,1,1,0,2,1,11);
INSERT INTO "workout" VALUES(1,2,1793638800000000,5,6,3600.0,1,1,0,2,1,11);
INSERT INTO "workout" VALUES(1,1,1794243600000000,5,6,3600.0,1,1,0,2,1,11);
CREATE INDEX source_of_file ON source (file_id, member);
CREATE INDEX source_of_digest ON source (athlete, digest);
CREATE INDEX origin_of_source ON origin (source);
CREATE INDEX workout_of_origin ON workout (origin);
CREATE INDEX ride_of_origin ON ride (origin);
CREATE INDEX activity_of_origin ON activity (origin);
CREATE INDEX long_posture ON posture (athlete, "end") WHERE "end" - start > 86400000000;
CREATE VIEW log_workouts AS SELECT (SELECT name FROM athlete WHERE id = held.athlete) AS athlete, held."workout", held."start", (SELECT value FROM text WHERE id = held."zone") AS "zone", (SELECT value FROM text WHERE id = held."clock") AS "clock", held."duration_s", (SELECT value FROM text WHERE id = held."title") AS "title", (SELECT value FROM text WHERE id = held."app") AS "app", held."detected", held."origin", held."row", (SELECT value FROM text WHERE id = held."folded") AS "folded" FROM workout AS held;
CREATE VIEW log_rides AS SELECT (SELECT name FROM athlete WHERE id = held.athlete) AS athlete, held."ride", held."start", held."end", (SELECT value FROM text WHERE id = held."zone") AS "zone", (SELECT value FROM text WHERE id = held."clock") AS "clock", held."elapsed_s", held."moving_s", held."distance_m", (SELECT value FROM text WHERE id = held."sub_sport") AS "sub_sport", held."indoor", (SELECT value FROM text WHERE id = held."position_evidence") AS "position_evidence", held."time_standing_s", held."average_power_w", (SELECT value FROM text WHERE id = held."device") AS "device", held."recorded", held."origin", held."row", (SELECT value FROM text WHERE id = held."folded") AS "folded" FROM ride AS held;
CREATE VIEW log_activities AS SELECT (SELECT name FROM athlete WHERE id = held.athlete) AS athlete, held."start", held."end", (SELECT value FROM text WHERE id = held."zone") AS "zone", (SELECT value FROM text WHERE id = held."clock") AS "clock", (SELECT value FROM text WHERE id = held."sport") AS "sport", held."moving_s", held."distance_m", held."origin", held."row", (SELECT value FROM text WHERE id = held."folded") AS "folded" FROM activity AS held;
CREATE VIEW log_sets AS SELECT (SELECT name FROM athlete WHERE id = held.athlete) AS athlete, held."workout", held."number", (SELECT value FROM text WHERE id = held."exercise") AS "exercise", (SELECT value FROM text WHERE id = held."set_type") AS "set_type", held."weight", (SELECT value FROM text WHERE id = held."weight_unit") AS "weight_unit", (SELECT value FROM text WHERE id = held."unit_basis") AS "unit_basis", (SELECT value FROM text WHERE id = held."load_meaning") AS "load_meaning", held."reps", held."rpe", held."rir", held."duration_s", held."distance_m", held."set_start", (SELECT value FROM text WHERE id = held."set_zone") AS "set_zone", (SELECT value FROM text WHERE id = held."set_clock") AS "set_clock", (SELECT value FROM text WHERE id = held."note") AS "note", held."position", held."row" FROM strength_set AS held;
CREATE VIEW log_posture_bouts AS SELECT (SELECT name FROM athlete WHERE id = held.athlete) AS athlete, held."ride", held."number", held."start", held."end", (SELECT value FROM text WHERE id = held."posture") AS "posture" FROM ride_bout AS held;
CREATE VIEW log_postures AS SELECT (SELECT name FROM athlete WHERE id = held.athlete) AS athlete, held."start", held."end", (SELECT value FROM text WHERE id = held."zone") AS "zone", (SELECT value FROM text WHERE id = held."clock") AS "clock", (SELECT value FROM text WHERE id = held."posture") AS "posture", held."probability", (SELECT value FROM text WHERE id = held."quality") AS "quality", (SELECT value FROM text WHERE id = held."observation") AS "observation", (SELECT value FROM text WHERE id = held."style") AS "style", (SELECT value FROM text WHERE id = held."source") AS "source", held."origin", held."row" FROM posture AS held;
CREATE VIEW log_body_mass AS SELECT (SELECT name FROM athlete WHERE id = held.athlete) AS athlete, held."start", (SELECT value FROM text WHERE id = held."zone") AS "zone", (SELECT value FROM text WHERE id = held."clock") AS "clock", held."mass", (SELECT value FROM text WHERE id = held."mass_unit") AS "mass_unit", (SELECT value FROM text WHERE id = held."unit_basis") AS "unit_basis", held."origin", held."row" FROM body_mass AS held;
CREATE VIEW log_check_ins AS SELECT (SELECT name FROM athlete WHERE id = held.athlete) AS athlete, held."start", (SELECT value FROM text WHERE id = held."zone") AS "zone", (SELECT value FROM text WHERE id = held."clock") AS "clock", (SELECT value FROM text WHERE id = held."region") AS "region", (SELECT value FROM text WHERE id = held."side") AS "side", held."score", (SELECT value FROM text WHERE id = held."signs") AS "signs", (SELECT value FROM text WHERE id = held."note") AS "note", held."origin", held."row" FROM check_in AS held;
CREATE VIEW log_wellness AS SELECT (SELECT name FROM athlete WHERE id = held.athlete) AS athlete, held."start", (SELECT value FROM text WHERE id = held."zone") AS "zone", (SELECT value FROM text WHERE id = held."clock") AS "clock", (SELECT value FROM text WHERE id = held."measure") AS "measure", held."value", (SELECT value FROM text WHERE id = held."unit") AS "unit", held."scale_least", held."scale_most", (SELECT value FROM text WHERE id = held."scale_best") AS "scale_best", (SELECT value FROM text WHERE id = held."source") AS "source", held."origin", held."row" FROM wellness AS held;
CREATE VIEW log_daily_totals AS SELECT (SELECT name FROM athlete WHERE id = held.athlete) AS athlete, held."start", (SELECT value FROM text WHERE id = held."zone") AS "zone", (SELECT value FROM text WHERE id = held."clock") AS "clock", (SELECT value FROM text WHERE id = held."measure") AS "measure", held."value", (SELECT value FROM text WHERE id = held."source") AS "source", held."origin", held."row" FROM daily_total AS held;
CREATE VIEW log_origins AS SELECT held."origin", (SELECT value FROM text WHERE id = held."adapter") AS "adapter", (SELECT value FROM text WHERE id = held."file") AS "file", (SELECT value FROM text WHERE id = held."digest") AS "digest" FROM origin AS held;
CREATE VIEW log_sources AS SELECT (SELECT name FROM athlete WHERE id = held.athlete) AS athlete, (SELECT value FROM text WHERE id = held."file") AS "file", (SELECT value FROM text WHERE id = held."digest") AS "digest", held."opened", (SELECT value FROM text WHERE id = held."adapter") AS "adapter", (SELECT value FROM text WHERE id = held."reason") AS "reason", held."entries", (SELECT value FROM text WHERE id = held."tally") AS "tally", (SELECT value FROM text WHERE id = held."same_as") AS "same_as" FROM source AS held;
CREATE VIEW log_problems AS SELECT (SELECT value FROM text WHERE id = held."file") AS "file", (SELECT value FROM text WHERE id = held."found") AS "found", (SELECT value FROM text WHERE id = held."expected") AS "expected", (SELECT value FROM text WHERE id = held."hint") AS "hint", held."line", (SELECT value FROM text WHERE id = held."column") AS "column", (SELECT value FROM text WHERE id = held."kind") AS "kind", (SELECT value FROM text WHERE id = held."code") AS "code" FROM problem AS held;
COMMIT;

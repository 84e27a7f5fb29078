"""How the tables of the nomenclature lie in the store."""

from dataclasses import dataclass

#: Mark of a column that holds numbers of texts.
_TEXT = "*"


@dataclass(frozen=True, slots=True)
class Kind:
    """One table.

    Attributes
    ----------
    table : str
        Its name in the nomenclature.
    sql : str
        Its name in the store.
    lead : tuple of str
        Columns of the store alone, before the others.
    columns : tuple of str
        Stored columns of the nomenclature.
    texts : tuple of int
        Places of those that hold texts. [1]
    key : tuple of str
        Columns that rows are ordered by.
    """

    table: str
    sql: str
    lead: tuple[str, ...]
    columns: tuple[str, ...]
    texts: tuple[int, ...]
    key: tuple[str, ...]

    @property
    def insertion(self) -> str:
        """Statement that adds a row."""
        names = (*self.lead, *self.columns)
        return (
            f"INSERT INTO {self.sql} ({', '.join(map(quoted, names))})"
            f" VALUES ({', '.join('?' * len(names))})"
        )

    @property
    def selection(self) -> str:
        """Statement up to the condition: the columns of the nomenclature."""
        return f"SELECT {', '.join(map(quoted, self.columns))} FROM {self.sql}"

    @property
    def order(self) -> str:
        """End of a statement that reads in order."""
        return f" ORDER BY {', '.join(map(quoted, self.key))}"

    def place(self, column: str) -> int:
        """Place of a column among those of the nomenclature."""
        return self.columns.index(column)


def quoted(name: str) -> str:
    """A name that may be a word of SQL."""
    return f'"{name}"'


def _kind(table: str, sql: str, lead: str, columns: str, key: str) -> Kind:
    names = columns.split()
    return Kind(
        table=table,
        sql=sql,
        lead=tuple(lead.split()),
        columns=tuple(name.removesuffix(_TEXT) for name in names),
        texts=tuple(n for n, name in enumerate(names) if name.endswith(_TEXT)),
        key=tuple(key.split()),
    )


WORKOUTS = _kind(
    "workouts",
    "workout",
    "athlete",
    "workout start zone* clock* duration_s title* app* detected origin row folded*",
    "start workout",
)
SETS = _kind(
    "sets",
    "strength_set",
    "athlete workout_start",
    "workout number exercise* set_type* weight weight_unit* unit_basis* load_meaning* reps rpe rir"
    " duration_s distance_m set_start set_zone* set_clock* note* position row",
    "workout_start workout number",
)
RIDES = _kind(
    "rides",
    "ride",
    "athlete",
    "ride start end zone* clock* elapsed_s moving_s distance_m sub_sport* indoor"
    " position_evidence* time_standing_s average_power_w device* recorded origin row folded*",
    "start ride",
)
BOUTS = _kind(
    "posture_bouts",
    "ride_bout",
    "athlete ride_start",
    "ride number start end posture*",
    "ride_start ride number",
)
ACTIVITIES = _kind(
    "activities",
    "activity",
    "athlete number",
    "start end zone* clock* sport* moving_s distance_m origin row folded*",
    "start number",
)
POSTURES = _kind(
    "postures",
    "posture",
    "athlete number",
    "start end zone* clock* posture* probability quality* observation* style* source* origin row",
    "start number",
)
MASSES = _kind(
    "body_mass",
    "body_mass",
    "athlete number",
    "start zone* clock* mass mass_unit* unit_basis* origin row",
    "start number",
)
CHECK_INS = _kind(
    "check_ins",
    "check_in",
    "athlete number",
    "start zone* clock* region* side* score signs* note* origin row",
    "start number",
)
WELLNESS = _kind(
    "wellness",
    "wellness",
    "athlete number",
    "start zone* clock* measure* value unit* scale_least scale_most scale_best* source* origin row",
    "start number",
)
TOTALS = _kind(
    "daily_totals",
    "daily_total",
    "athlete number",
    "start zone* clock* measure* value source* origin row",
    "start number",
)
PLANNED = _kind(
    "planned_sessions",
    "planned_session",
    "athlete number",
    "start end zone* clock* sport* title* origin row",
    "start number",
)
ORIGINS = _kind("origins", "origin", "source", "origin adapter* file* digest*", "origin")
SOURCES = _kind(
    "sources",
    "source",
    "athlete file_id member run since current settings",
    "file* digest* opened adapter* reason* entries tally* same_as*",
    "id",
)
PROBLEMS = _kind(
    "problems",
    "problem",
    "source number",
    "file* found* expected* hint* line column* kind* code*",
    "source number",
)

#: What is replaced day by day: a new statement takes the place of the old within its range.
STATEMENTS = (POSTURES, MASSES, CHECK_INS, WELLNESS, TOTALS)
#: What is replaced as a whole: a plan is what the newest version of its file says.
PLANS = (PLANNED,)
#: What is replaced one by one: a session is known by when and what it was.
SESSIONS = (WORKOUTS, RIDES, ACTIVITIES)
#: Parts of sessions.
PARTS = (SETS, BOUTS)
#: Every table of the nomenclature.
KINDS = (*SESSIONS, *PARTS, *STATEMENTS, *PLANS, ORIGINS, SOURCES, PROBLEMS)

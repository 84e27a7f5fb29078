"""Files are named briefly, and no two by one name."""

from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.file_names import short_names


def test_a_name_is_enough_where_it_is_the_only_one() -> None:
    assert short_names(["/athletes/a/x.fit", "/athletes/b/y.fit"]) == {
        "/athletes/a/x.fit": "x.fit",
        "/athletes/b/y.fit": "y.fit",
    }


def test_as_many_folders_are_named_as_tell_files_apart() -> None:
    files = ["/athletes/a/x.fit", "C:\\logs\\x.fit", "x.fit", "/athletes/pack.zip!/a/x.fit"]
    told = [short_names(files)[file] for file in files]
    assert told == ["athletes/a/x.fit", "logs/x.fit", "x.fit", "pack.zip!/a/x.fit"]


PARTS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=4)


@given(st.lists(PARTS.map("/".join), unique=True))
def test_any_files_are_told_apart_by_an_end_of_their_paths(files: list[str]) -> None:
    named = short_names(files)
    assert len(set(named.values())) == len(files)
    assert all(f"/{file}".endswith(f"/{named[file]}") for file in files)

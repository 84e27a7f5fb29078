"""JSON of any size: the same values as a parser of whole documents, whatever is passed over."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.parsing.json_stream import BadJson, JsonStream

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=20,
)


def walked(stream: JsonStream) -> object:
    """A value put together piece by piece."""
    opened = stream.peek()
    if opened == "{":
        return {key: walked(stream) for key in stream.members()}
    if opened == "[":
        return [walked(stream) for _ in stream.items()]
    return stream.value()


@given(values, st.sampled_from([None, 1]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_walking_finds_what_parsing_finds(value: object, indent: int | None, form: str) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    data = text.encode(form, "replace")
    assert walked(JsonStream(io.BytesIO(data))) == json.loads(data.decode(form))


@given(values, values)
def test_what_is_left_unread_is_passed_over(first: object, second: object) -> None:
    text = json.dumps({"a": first, "b": [first, second], "c": second})
    stream = JsonStream(io.BytesIO(text.encode()))
    found = [stream.value() if key == "c" else None for key in stream.members()]
    assert found == [None, None, second]


class Trickle(io.BytesIO):
    """Gives a few bytes at a time, however many are asked for."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 3, 3))


@given(values)
def test_values_across_the_seams_of_what_is_in_memory(value: object) -> None:
    assert JsonStream(Trickle(json.dumps(value).encode())).value() == value
    assert walked(JsonStream(Trickle(json.dumps(value).encode()))) == value
    for number in (1234567, 12.5e3, -1):
        text = json.dumps([number, {"a": number}])
        assert walked(JsonStream(Trickle(text.encode()))) == [number, {"a": number}]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "json-broken", (1, 1)),
        ("[1,\n 2", "json-broken", (2, 3)),
        ('{"a" 1}', "json-broken", (1, 6)),
        ("[1 2]", "json-broken", (1, 4)),
        ("{1: 2}", "json-broken", (1, 2)),
        ("[" * 5000, "json-too-deep", None),
        ('["' + "x" * 1_500_000 + '"]', "json-value-too-long", (1, 2)),
    ],
)
def test_faults_have_a_place(text: str, code: str, place: tuple[int, int] | None) -> None:
    with pytest.raises(BadJson) as why:
        JsonStream(io.BytesIO(text.encode())).skip()
    assert why.value.code == code
    assert place is None or (why.value.line, why.value.column) == place


@given(st.binary(max_size=200))
def test_random_bytes_end_in_a_value_or_a_fault(data: bytes) -> None:
    for content in (data, b'{"a": [' + data, b"[" + data):
        try:
            JsonStream(io.BytesIO(content)).skip()
        except BadJson as why:
            assert why.line >= 1

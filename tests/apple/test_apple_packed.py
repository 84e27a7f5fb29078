"""Rows packed into numbers come out as they went in, in order and once."""

from hypothesis import given
from hypothesis import strategies as st

from tl_apple.packed import Packed, Row

ROWS = st.lists(
    st.builds(
        Row,
        st.integers(0, 2**32 - 1),
        st.integers(0, 2**12 - 1),
        st.integers(0, 2**13 - 1),
        st.integers(0, Packed.SOURCES - 1),
    )
)


@given(ROWS)
def test_rows_come_out_sorted_and_once(rows: list[Row]) -> None:
    packed = Packed(length_bits=12, value_bits=13, most=1000)
    for row in rows:
        packed.add(row)
    assert packed.sort() == len(rows) - len(set(rows))
    assert list(packed) == sorted(set(rows))

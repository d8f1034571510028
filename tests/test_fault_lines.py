"""Faults by the thousand are told in a few lines: kinds with their first examples, numbers and files."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from geo.model.faults import Fault, fault_lines

faults = st.builds(
    lambda day, row, kind: Fault(f"{day}.json", row, "kind", f"c{row}", kind.format(day=day, row=row)),
    st.integers(20240801, 20240831),
    st.integers(1, 400),
    st.sampled_from(["{day}.json is empty", "'c{row}' is no class", "holds {row} days, 2024-08-{row}", "other"]),
)


@given(st.lists(faults, max_size=60), st.integers(1, 4))
def test_every_fault_is_counted_once(found: list[Fault], most: int) -> None:
    """The lines that are shown and those that are counted are all of them; no kind shows more than it may."""
    lines = fault_lines(found, most)
    counted = sum(int(line.split()[1].replace(",", "")) for line in lines if line.startswith("and "))
    shown = [line for line in lines if not line.startswith("and ")]
    assert len(shown) + counted == len(found)
    assert len(lines) <= 4 * (most + 1)
    assert set(shown) <= {str(fault) for fault in found}


def test_a_few_faults_are_told_one_by_one() -> None:
    """Nothing is hidden where there is little to tell."""
    found = [Fault(f"{number}.json", None, None, "", "is empty") for number in range(3)]
    assert fault_lines(found) == ["0.json: is empty", "1.json: is empty", "2.json: is empty"]


def test_thousands_of_one_kind_are_four_lines() -> None:
    """With how many more there are, and in how many files."""
    found = [Fault(f"{n % 10}.json", n, "geometry", "", f"{n % 10}.json, feature {n}: none") for n in range(69_454)]
    lines = fault_lines(found)
    assert len(lines) == 4
    assert lines[-1] == "and 69,451 more like these, in 10 files"


def test_different_reasons_are_never_one_kind() -> None:
    """Words that differ are another reason, and so is another field."""
    found = [Fault("a.json", None, field, "", f"{word} 5") for field in ("day", "kind") for word in ("empty", "late")]
    assert len(fault_lines(found, most=1)) == 4
    assert not any(re.match("and ", line) for line in fault_lines(found, most=1))

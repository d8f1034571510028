"""A row of the ledger as the page shows it: provenance, history and verdicts, and nothing known later."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from geo.analysis.timeseries import metric_series
from geo.consistency.engine import Checker
from geo.model.asof import AsOf
from geo.model.claims import Kind, Metric
from tests.cases import FIRST, LAST, small_case
from ui.data.record import record_data
from ui.data.verdicts import VERDICT_WORDS, counts_words, verdicts_data

CASE = small_case()
CHECKER = Checker(CASE)


@given(st.sampled_from(CASE.claims), st.none() | st.dates(FIRST, LAST))
def test_a_record_shows_its_roots_and_nothing_known_later(claim, known):
    """Facts count roots apart from outlets; no entry or history was published after the day of knowledge."""
    data = record_data(CASE, claim, known, ())
    assert dict(data["facts"])["Independent roots"] == "1, in 1 outlet"
    by_id = {one.id: one for one in CASE.claims}
    shown = [by_id[entry["id"]] for entry in (*data["entries"], *data["history"])]
    assert all(known is None or one.known_date <= known for one in shown)
    assert all(one.claimant == claim.claimant for one in shown)


@given(st.dates(date(2024, 8, 5), date(2024, 10, 1)))
def test_every_verdict_can_be_read(on):
    """Each verdict has a word, a reason, and the statements it speaks of, each once."""
    verdicts = CHECKER.verdicts_on(AsOf(on))
    rows = verdicts_data(CASE, verdicts)
    assert len(rows) == len(verdicts)
    for row in rows:
        assert row["words"] in VERDICT_WORDS.values()
        assert row["reason"]
        texts = [claim["text"] for claim in row["claims"]]
        assert len(texts) == len(set(texts)) >= 1
    assert bool(counts_words(verdicts)) == any(row["kind"] != "not_comparable" for row in rows)


def test_only_totals_are_joined():
    """A series that a line may join holds totals that its claimant stated, and nothing else."""
    for metric in Metric:
        for series in metric_series(CASE, metric):
            assert not series.joined or series.kind is Kind.TOTAL

"""Which claims can be true together: verdicts with the reason, the assumption and the numbers behind each."""

from geo.consistency.fronts import FrontOfDay
from geo.consistency.judge import Judge, verdicts_on
from geo.consistency.verdict import Verdict, VerdictKind, report, to_json

__all__ = ["FrontOfDay", "Judge", "Verdict", "VerdictKind", "report", "to_json", "verdicts_on"]

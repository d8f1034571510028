"""Make true worlds: plain ones, and those in which what is true looks wrong at first sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from benchmarks.truth.facts import Grounds
from benchmarks.truth.honest import AGENCY, COMMANDER, GOVERNOR, MAPPER, MINISTRY, OUTLETS, Teller, finished, teller
from benchmarks.truth.land import seeded
from benchmarks.truth.rows import Ordered, World
from benchmarks.truth.telling import COUNTED, digits, down

#: What a family adds to the honest rows of a world.
Twist = Callable[[Teller], None]


def plain(_voices: Teller) -> None:
    """Add nothing."""


def announced(voices: Teller) -> None:
    """An order is announced one to three days before its first day."""
    rng, now = voices.rng, voices.truth.days[-1].day
    for zone in rng.sample(sorted(voices.truth.populations), rng.randint(1, 3)):
        known = now - timedelta(days=rng.randint(1, 3))
        ident, kind = f"o{len(voices.ordered) + 1}", rng.choice(("mandatory", "mandatory", "voluntary"))
        voices.ordered.append(Ordered(ident, now, known, GOVERNOR, "russia", zone, kind))


def turned(voices: Teller) -> None:
    """A village is taken in the morning and lost in the evening, or the other way; each side says its part."""
    rng, day = voices.rng, voices.truth.days[-1]
    villages = [v for v in day.ground.villages if not v.sown] or list(day.ground.villages[:1])
    for village in rng.sample(villages, min(len(villages), rng.randint(1, 2))):
        voices.name(day, COMMANDER, "ukraine", village, "claimed")
        voices.name(day, MINISTRY, "russia", village, rng.choice(("lost", "lost", "contested")))


def axes(voices: Teller) -> None:
    """One statement gives the depths of two axes, and does not say which is which."""
    day, rng = voices.truth.days[-1], voices.rng
    who, side = rng.choice(((COMMANDER, "ukraine"), (GOVERNOR, "russia")))
    root = f"{who}, {day.day:%d %b} axes"
    voices.said = [
        row for row in voices.said if not (row.claimant == who and row.metric == "depth_km" and row.about == day.day)
    ]
    modality = rng.choice(("exact", "about"))
    voices.say(day, who, side, "depth_km", day.ground.depth_km, root=root, modality=modality)
    voices.say(day, who, side, "depth_km", day.ground.depth_km * rng.uniform(0.35, 0.8), root=root, modality=modality,
               sense="second axis")  # fmt: skip


def rounding(voices: Teller) -> None:
    """Outlets repeat figures rounded, without "about"; some name whom they follow, some nobody."""
    rng = voices.rng
    rows = [
        r
        for r in voices.said
        if r.kind == "total" and r.modality in ("exact", "about") and r.value >= 20 and not r.zone
    ]
    for row in rng.sample(rows, min(len(rows), 4)):
        value = digits(row.value, rng.choice((1, 2, 2, 2)))
        outlet, link = rng.choice(OUTLETS), rng.choice(("root", "named", "none"))
        whose = f"{outlet} (after {row.claimant})" if link == "named" else outlet
        unlike = value != row.value and (row.metric in COUNTED or abs(value - row.value) > 0.03 * row.value)
        sense = f"rounded {row.id} to {value}" if unlike else ""
        voices.repeat(row, whose, modality="exact", value=value, high=None, root=row.root if link == "root" else "",
                      sense=sense)  # fmt: skip


def hours(voices: Teller) -> None:
    """Two offices, or one twice, count people on one day at different hours."""
    day, rng = voices.truth.days[-1], voices.rng
    for metric, true in (("civilians_wounded", day.wounded), ("people_moved", sum(day.moved.values()))):
        later = round(true * rng.uniform(1.02, 1.12)) + 1
        who = rng.choice((GOVERNOR, "Health ministry"))
        voices.say(day, who, "russia", metric, later, modality="exact", root=f"{who}, evening", sense="evening")


def late(voices: Teller) -> None:
    """Outlets repeat on a later day what was said before: with its day, or as "more than" without one."""
    rng, now = voices.rng, voices.truth.days[-1].day
    old = [r for r in voices.said if r.about < now and r.kind == "total" and r.modality != "up_to" and not r.zone]
    grown = [r for r in old if r.metric in ("people_moved", "civilians_wounded", "civilians_killed")]
    for row in rng.sample(old, min(2, len(old))):
        voices.repeat(row, rng.choice((AGENCY, *OUTLETS)), known=now)
    for row in rng.sample(grown, min(2, len(grown))):
        least = down(row.value * (0.9 if row.modality == "about" else 1.0))
        voices.repeat(
            row, rng.choice(OUTLETS), about=now, known=now, modality="at_least", value=least, high=None, root=""
        )


def along(voices: Teller) -> None:
    """A width is told along the border, not straight."""
    day = voices.truth.days[-1]
    voices.said = [row for row in voices.said if not (row.metric == "width_km" and row.about == day.day)]
    depth = [r for r in voices.said if r.metric == "depth_km" and r.about == day.day and r.claimant == GOVERNOR]
    root = depth[0].root if depth else ""
    voices.say(day, GOVERNOR, "russia", "width_km", day.ground.along_km, modality="about", root=root)


def unclear(voices: Teller) -> None:
    """A mapper counts ground whose hold is unclear as well."""
    day, rng = voices.truth.days[-1], voices.rng
    more = day.ground.area_km2 * rng.uniform(1.12, 2.3)
    voices.say(day, "Second mapper", "independent", "area_km2", more, modality="exact", sense="with unclear",
               summary="Ground held and ground that is unclear, together.")  # fmt: skip


def presence(voices: Teller) -> None:
    """An observer counts places with troops in or near them."""
    day, rng = voices.truth.days[-1], voices.rng
    count = len(day.ground.villages) * rng.uniform(1.2, 1.9) + 2
    voices.say(day, MAPPER, "independent", "settlements", count, modality="exact", sense="presence",
               summary="Troops were operating in or near so many settlements.")  # fmt: skip


def corrected(voices: Teller) -> None:
    """A speaker takes a figure back and gives the right one."""
    rows = [r for r in voices.said if r.kind == "total" and r.modality == "exact" and r.value >= 5]
    for row in voices.rng.sample(rows, min(len(rows), 2)):
        wrong = replace(row, id=f"{row.id}-first", value=float(round(row.value * voices.rng.uniform(1.3, 3))),
                        superseded_by=row.id, superseded_on=row.known, sense="taken back")  # fmt: skip
        voices.said.append(wrong)


def additional(voices: Teller) -> None:
    """What came on top since the day before is said beside the total."""
    *_, before, now = voices.truth.days
    gains = {
        "people_moved": sum(now.moved.values()) - sum(before.moved.values()),
        "civilians_wounded": now.wounded - before.wounded,
        "civilians_killed": now.killed - before.killed,
    }
    for metric, gain in gains.items():
        root = next((r.root for r in voices.said if r.claimant == GOVERNOR and r.about == now.day), "")
        voices.say(now, GOVERNOR, "russia", metric, gain, kind="additional", root=root, modality="exact")
    gained_km2 = now.ground.area_km2 - before.ground.area_km2
    if gained_km2 > 5:
        root = next((r.root for r in voices.said if r.claimant == COMMANDER and r.about == now.day), "")
        voices.say(now, COMMANDER, "ukraine", "area_km2", gained_km2, kind="additional", root=root)


def widened(voices: Teller) -> None:
    """The plan grows from day to day, and those moved with it."""
    last = voices.truth.days[-1].day
    for number, row in enumerate(voices.said):
        if row.metric == "people_planned" and not row.zone and row.about < last:
            moved = [r for r in voices.said if r.metric == "people_moved" and not r.zone and r.about <= row.about]
            least = 1.1 * max((r.high or r.value for r in moved), default=0.0)
            value = float(round(max(0.97 * row.value, least)))
            sense = f"plan of {row.about}"
            voices.said[number] = replace(row, modality="exact", high=None, value=value, sense=sense)


def returned(voices: Teller) -> None:
    """Some who had left came back, so fewer are away than the day before."""
    *_, before, now = voices.truth.days
    away = round(0.93 * sum(before.moved.values()))
    voices.said = [r for r in voices.said if not (r.metric == "people_moved" and r.about == now.day)]
    voices.say(now, GOVERNOR, "russia", "people_moved", away, modality="exact", sense="after returns",
               summary="Some people have returned.")  # fmt: skip


#: Each family with its twist, and whether ground was lost again in it.
FAMILIES: dict[str, tuple[Twist, bool]] = {
    "plain": (plain, False),
    "announced": (announced, False),
    "turned": (turned, False),
    "axes": (axes, False),
    "rounding": (rounding, False),
    "lost": (plain, True),
    "hours": (hours, False),
    "late": (late, False),
    "along": (along, False),
    "unclear": (unclear, False),
    "presence": (presence, False),
    "corrected": (corrected, False),
    "additional": (additional, False),
    "widened": (widened, False),
    "returned": (returned, False),
}


def true_world(grounds: Grounds, family: str, number: int, *, rich: bool = False) -> World:
    """Return the world of a family and a number; the same two give the same world."""
    seed = f"{family} {number}"
    twist, retreat = FAMILIES[family]
    rng = seeded(seed)
    voices = teller(grounds, rng, rich=rich, retreat=retreat or (rich and rng.random() < 0.3))
    twist(voices)
    return finished(voices, grounds.land, seed, family)

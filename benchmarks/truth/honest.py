"""Tell a world's truth honestly: both sides, a mapper, a ministry, outlets and heads of districts, each in its way."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from benchmarks.truth.facts import Day, Facts, Grounds, facts
from benchmarks.truth.land import Land, Village
from benchmarks.truth.rows import Named, Ordered, Said, World
from benchmarks.truth.telling import told

GOVERNOR, COMMANDER, MINISTRY = "Governor of the oblast", "Commander-in-Chief", "Defence Ministry"
MAPPER, AGENCY = "Mapping project", "State agency"
OUTLETS = ("A morning paper", "A news site", "A wire service")


class Teller:
    """Makes the rows of one world, with running ids."""

    def __init__(self, truth: Facts, rng: random.Random, *, rich: bool) -> None:
        self.truth, self.rng, self.rich = truth, rng, rich
        self.said: list[Said] = []
        self.named: list[Named] = []
        self.ordered: list[Ordered] = []

    def often(self, share: float) -> bool:
        """Whether to say something; a rich world says nearly all."""
        return self.rng.random() < (max(share, 0.97) if self.rich else share)

    def say(self, day: Day, claimant: str, side: str, metric: str, true: float, **more: str) -> Said:
        """Put in one honest claim about a day, known on it or the next."""
        figure = told(metric, true, self.rng, more.pop("modality", ""))
        known = day.day + timedelta(days=0 if self.rng.random() < 0.8 else 1)
        row = Said(
            f"c{len(self.said) + 1}",
            day.day,
            known,
            claimant,
            side,
            metric,
            figure.modality,
            figure.value,
            figure.high,
            **more,  # type: ignore[arg-type] - the rest are texts
        )
        self.said.append(row)
        return row

    def name(self, day: Day, claimant: str, side: str, village: Village, status: str) -> Named:
        """Put in one word about a village."""
        word = Named(f"e{len(self.named) + 1}", day.day, day.day, claimant, side, village.id, status)
        self.named.append(word)
        return word

    def governor(self, day: Day) -> None:
        """Depth and width, places, people and casualties, in one statement."""
        rng = self.rng
        root = f"Governor, {day.day:%d %b} meeting" if rng.random() < 0.75 else ""
        if self.often(0.6):
            spoken = rng.choice(("exact", "about", "about"))
            for metric, true in (("depth_km", day.ground.depth_km), ("width_km", day.ground.width_km)):
                self.say(day, GOVERNOR, "russia", metric, true, root=root, modality=spoken)
        if self.often(0.6):
            self.say(day, GOVERNOR, "russia", "settlements", len(day.ground.villages), root=root)
        if self.often(0.8):
            self.say(day, GOVERNOR, "russia", "people_moved", sum(day.moved.values()), root=root)
        if self.often(0.6):
            self.say(day, GOVERNOR, "russia", "people_planned", sum(day.planned.values()), root=root)
        if self.often(0.6):
            self.say(day, GOVERNOR, "russia", "civilians_killed", day.killed, root=root, modality="exact")
        if self.often(0.6):
            hurt = self.say(day, GOVERNOR, "russia", "civilians_wounded", day.wounded, root=root, modality="exact")
            if self.often(0.7):
                part = hurt.id if rng.random() < 0.5 else ""
                self.say(day, GOVERNOR, "russia", "children_wounded", day.children, root=root, kind="subset",
                         modality="exact", part_of=part)  # fmt: skip

    def commander(self, day: Day) -> None:
        """Area and places, at times a depth; and some villages by name."""
        root = f"Commander, {day.day:%d %b} report" if self.rng.random() < 0.75 else ""
        if self.often(0.85):
            self.say(day, COMMANDER, "ukraine", "area_km2", day.ground.area_km2, root=root)
        if self.often(0.7):
            self.say(day, COMMANDER, "ukraine", "settlements", len(day.ground.villages), root=root)
        if self.often(0.4):
            self.say(day, COMMANDER, "ukraine", "depth_km", day.ground.depth_km, root=root)
        known = [v for v in day.ground.villages if not v.sown]
        for village in self.rng.sample(known, min(len(known), self.rng.randint(0, 5))):
            self.name(day, COMMANDER, "ukraine", village, "claimed")

    def others(self, day: Day) -> None:
        """A mapper's area and count, an agency that repeats the governor, heads of districts, and an order."""
        rng = self.rng
        if self.often(0.6):
            self.say(day, MAPPER, "independent", "area_km2", day.ground.area_km2, modality="exact")
        if self.often(0.4):
            self.say(day, MAPPER, "independent", "settlements", len(day.ground.villages), modality="exact")
        for zone in rng.sample(sorted(day.moved), 2 if self.rich else rng.randint(0, 2)):
            self._district(day, zone)
        for row in [row for row in self.said if row.claimant == GOVERNOR and row.about == day.day]:
            if row.root and row.kind == "total" and rng.random() < 0.25:
                self.repeat(row, rng.choice((AGENCY, *OUTLETS)))
        if rng.random() < 0.5:
            zone, kind = rng.choice(sorted(day.moved)), rng.choice(("mandatory", "voluntary", "in_progress"))
            self.ordered.append(Ordered(f"o{len(self.ordered) + 1}", day.day, day.day, GOVERNOR, "russia", zone, kind))

    def _district(self, day: Day, zone: str) -> None:
        rng, people = self.rng, self.truth.populations[zone]
        head, place = f"Head of {zone}", f"{zone.capitalize()} district"
        root = f"{head}, {day.day:%d %b}" if rng.random() < 0.6 else ""
        about = {"zone": zone, "place": place, "root": root}
        kinds = [kind for kind in ("moved", "left", "people", "plan") if self.often(0.6)]
        if "people" in kinds:
            self.say(day, head, "russia", "people_present", people, kind="population", modality="exact", **about)
        if "moved" in kinds:
            self.say(day, head, "russia", "people_moved", day.moved[zone], **about)
        if "left" in kinds:
            self.say(day, head, "russia", "people_present", people - day.moved[zone], kind="remaining", **about)
        if "plan" in kinds:
            self.say(day, head, "russia", "people_planned", day.planned[zone], **about)

    def repeat(self, row: Said, claimant: str, **more: object) -> Said:
        """Put in a repeat of a claim by an outlet, with the root that it repeats."""
        side = "russia" if claimant == AGENCY else "independent"
        again = replace(row, id=f"c{len(self.said) + 1}", claimant=claimant, side=side, source="s2", part_of="", **more)  # type: ignore[arg-type]
        self.said.append(again)
        return again


def teller(grounds: Grounds, rng: random.Random, *, rich: bool = False, retreat: bool = False) -> Teller:
    """Return what all voices say of the days of one truth."""
    truth = facts(grounds, rng, retreat=retreat)
    voices = Teller(truth, rng, rich=rich)
    for day in truth.days:
        voices.governor(day)
        voices.commander(day)
        voices.others(day)
    if retreat:
        _retaken(voices)
    return voices


def _retaken(voices: Teller) -> None:
    """What the ministry says of ground that was held the day before and no longer is; and of the villages in it."""
    *_, before, now = voices.truth.days
    held = {village.id for village in now.ground.villages}
    gone = [village for village in before.ground.villages if village.id not in held]
    if gone:
        voices.say(now, MINISTRY, "russia", "settlements", len(gone), kind="retaken", modality="exact")
    lost_km2 = before.ground.area_km2 - now.ground.area_km2
    if lost_km2 >= 5:
        voices.say(now, MINISTRY, "russia", "area_km2", lost_km2, kind="retaken")
    ever = {word.village for word in voices.named}
    for village in gone:
        if village.id in ever:
            voices.name(now, MINISTRY, "russia", village, "lost")


def finished(voices: Teller, land: Land, seed: str, family: str) -> World:
    """Return the world of a teller's rows; half of the worlds list every village, half only the shipped gazetteer."""
    rng, days = voices.rng, voices.truth.days
    full = rng.random() < 0.5
    middle = days[-1].ground.middle if rng.random() < 0.8 else None
    return World(
        seed,
        family,
        tuple(day.day for day in days),
        tuple(voices.said),
        tuple(voices.named),
        tuple(voices.ordered),
        land.around(days[-1].ground) if full else (),
        middle,
        dict(voices.truth.populations),
    )

"""Places of a case in a running text, in any case of their declension, in either script."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from geo.model.case import Case
from geo.reading.flat_text import FlatText
from geo.search.transliteration import fuzzy_key, is_cyrillic, spellings


class PlaceSort(StrEnum):
    """What a mention is of."""

    SETTLEMENT = "settlement"
    ZONE = "zone"
    OBLAST = "oblast"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where the text names it: `ids` are all that the name may mean, `label` is how the ledger writes it."""

    sort: PlaceSort
    ids: tuple[str, ...]
    label: str
    start: int
    end: int


_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
_DISTRICT = re.compile(
    r"\s+(?:district|raion|rayon|county|municipal|район|р-н|муниципальн|hromada|громад|community|communities|"
    r"districts|районы|районов|районах|районів|районах|райони)",
    re.IGNORECASE,
)
_REGION = re.compile(r"\s+(?:oblast|region|province|област|обл\.|край|регион|регіон|border region)", re.IGNORECASE)
_LIST = re.compile(r"(?:,|\s+(?:and|и|та|і|й))\s+[\w'-]+")
_SOFT = "аеиоуыэюяьйіїє"
_LATIN_SOFT = "aeiouy'"


class PlaceReader:
    """The places of a case, ready to be found in a text.

    Parameters
    ----------
    case : Case
        Its settlements, zones and oblasts are looked for.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._stems: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for place in case.settlements.values():
            for name in (place.name_en, place.name_ru, place.name_uk):
                self._add(name, place.id)
        self._shapes = [
            (_shape(_stem(_plain(place.name_ru))), place.id)
            for place in case.settlements.values()
            if not place.name_uk and " " not in place.name_ru and len(place.name_ru) >= 6
        ]
        self._oblasts = {_stem(fuzzy_key(next(iter(spellings(name))))): name for name in _oblasts(case)}
        self._zones = [
            (
                zone.id,
                [
                    fuzzy_key(s)
                    for name in (zone.name_en, zone.name_ru, zone.name_uk, zone.id)
                    if name
                    for s in spellings(_first_word(name))
                ],
            )
            for zone in case.zones.values()
        ]

    def _add(self, name: str, ident: str) -> None:
        words = re.sub(r"\(.*?\)|[«»\"]", " ", name).split()
        if not words or not words[0][0].isalpha() or (words[0].isupper() and len(words[0]) > 1):
            return
        stems = tuple(_stem(_plain(word)) for word in words)
        if len(stems[0]) >= 2:
            self._stems[stems[0][:2]].append((stems, ident))

    def mentions(self, flat: FlatText, within: tuple[int, int]) -> list[PlaceMention]:
        """Find the places that a sentence names, in order."""
        words = list(_WORD.finditer(flat.cased, *within))
        found: list[PlaceMention] = []
        skip_to = 0
        for number, word in enumerate(words):
            if word.start() < skip_to or not word.group()[0].isupper():
                continue
            mention = self._zone(flat, words, number, within) or self._oblast(flat, word)
            if mention is None and not _is_common_word(flat.cased, word, within):
                mention = self._settlement(words, number)
            if mention is not None:
                found.append(mention)
                skip_to = mention.end
        return found

    def _settlement(self, words: list[re.Match[str]], number: int) -> PlaceMention | None:
        first = _plain(words[number].group())
        best: tuple[int, list[str]] = (0, [])
        for stems, ident in self._stems.get(first[:2], ()):
            part = words[number : number + len(stems)]
            if len(part) == len(stems) and all(
                _inflects(_plain(word.group()), stem) for word, stem in zip(part, stems, strict=True)
            ):
                if len(stems) > best[0]:
                    best = len(stems), []
                if len(stems) == best[0] and ident not in best[1]:
                    best[1].append(ident)
        if not best[1]:
            other = self._ukrainian(first)
            best = (1, [other]) if other is not None else best
        if not best[1]:
            return None
        place = self._case.settlements[best[1][0]]
        return PlaceMention(
            PlaceSort.SETTLEMENT,
            tuple(best[1]),
            place.name_en,
            words[number].start(),
            words[number + best[0] - 1].end(),
        )

    def _ukrainian(self, word: str) -> str | None:
        """Find a place without a Ukrainian name by the vowels that Ukrainian changes in a Russian one: Мартинівка."""
        if len(word) < 6 or not is_cyrillic(word):
            return None
        found = {ident for shape, ident in self._shapes if _inflects(_shape(word), shape)}
        return found.pop() if len(found) == 1 else None

    def _zone(
        self, flat: FlatText, words: list[re.Match[str]], number: int, within: tuple[int, int]
    ) -> PlaceMention | None:
        """Read "Sudzhansky district", "Суджанского района" and "Krasnaya Yaruga district"; one noun serves a list."""
        for count in (1, 2):
            part = words[number : number + count]
            if len(part) < count or (count == 2 and not part[1].group()[0].isupper()):
                break
            end = part[-1].end()
            noun = _DISTRICT.match(flat.cased, end)
            if noun is None:
                rest = end
                while (more := _LIST.match(flat.cased, rest, within[1])) is not None:
                    rest = more.end()
                    if _DISTRICT.match(flat.cased, rest):
                        noun = more
                        break
            before = re.search(
                r"(?:districts?|районы?|районів|райони|районах|районов|district of)\s*(?:of|:)?\s*$",
                flat.cased[within[0] : part[0].start()],
                re.IGNORECASE,
            )
            if noun is None and before is None:
                continue
            stems = [_stem(fuzzy_key(_latin(word.group()))) for word in part]
            alike = [ident for ident, names in self._zones if any(_in_order(stems, name) for name in names)]
            if len(alike) == 1 and sum(map(len, stems)) >= 4:
                finish = noun.end() if noun is not None and _DISTRICT.match(flat.cased, end) else end
                return PlaceMention(
                    PlaceSort.ZONE, (alike[0],), self._case.zones[alike[0]].name_en, part[0].start(), finish
                )
        return None

    def _oblast(self, flat: FlatText, word: re.Match[str]) -> PlaceMention | None:
        key = fuzzy_key(_latin(word.group()))
        for stem, name in self._oblasts.items():
            land = re.fullmatch(rf"{re.escape(_land(stem))}s?h?ch[iye]n\w*", key)
            if (
                land
                or (key.startswith(stem) and _REGION.match(flat.cased, word.end()))
                or key == fuzzy_key(name.casefold())
            ):
                end = word.end() + (len(found.group()) if (found := _REGION.match(flat.cased, word.end())) else 0)
                return PlaceMention(PlaceSort.OBLAST, (name,), f"{name} Oblast", word.start(), end)
        return None


#: Words that are names of villages too: adjectives of several or of something, and what opens a sentence with a comma.
_OF_SEVERAL = re.compile(r"[А-ЯІЇЄҐ][а-яіїєґ'-]*(?:ые|ие|ых|их|ыми|ими)$")
_OF_SOMETHING = re.compile(
    r"\s+(?:жител|фронт|флот|военн|округ|поток|порт|план|процесс|договор|сосед|люд|граждан|населен|мешкан|війн|"
    r"флот)"
)


def _is_common_word(cased: str, word: re.Match[str], within: tuple[int, int]) -> bool:
    """Whether a capitalised word is an ordinary one, as in "Мирные жители" and "Правда, …"."""
    opens = word.start() == within[0] and cased[word.end() : word.end() + 1] == ","
    several = _OF_SEVERAL.match(word.group()) is not None and not cased[word.end() + 1 : word.end() + 2].isupper()
    adjective = several or _OF_SOMETHING.match(cased, word.end()) is not None
    return opens or adjective


def _oblasts(case: Case) -> Iterable[str]:
    names = {place.oblast for place in case.settlements.values()} | {zone.oblast for zone in case.zones.values()}
    return sorted(name for name in names if name)


def _first_word(name: str) -> str:
    return re.sub(r"\s*(?:district|район|raion)$", "", name, flags=re.IGNORECASE)


def _latin(word: str) -> str:
    found = spellings(word)
    return min((one for one in found if not is_cyrillic(one)), default=min(found, default=""))


def _plain(word: str) -> str:
    """Lower case; ё is е, in Latin letters without what transliterations differ in."""
    low = word.casefold().replace("ё", "е").replace("’", "'")
    return low if is_cyrillic(low) else fuzzy_key(re.sub(r"[^a-z-]", "", low))


def _stem(word: str) -> str:
    """Leave out the ending that a declension changes.

    >>> _stem("суджа"), _stem("гирьи"), _stem("погребки"), _stem("sudzha"), _stem("мирный"), _stem("краснооктябрьское")
    ('судж', 'гир', 'погребк', 'sudzha', 'мирн', 'краснооктябрьск')
    """
    if not is_cyrillic(word):
        return word
    return re.sub(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ья|ьи|ье|[аеиоуыэюяьйіїє])$", "", word) or word


def _shape(word: str) -> str:
    """Reduce a Cyrillic word to what its Russian and Ukrainian spellings have in common.

    >>> _shape("мартинівк"), _shape("мартыновк")
    ('мартеневк', 'мартеневк')
    """
    return re.sub("[оеєэіїиы]", "е", word.replace("ё", "е").replace("ґ", "г"))


_ENDINGS = re.compile(
    r"(?:а|у|е|ы|и|ой|ей|ою|ею|о|ом|ем|я|ю|й|ь|ям|ам|ами|ями|ах|ях|ов|ев|ью|ья|ье|ьи|ьей|ьям|ьях|ьев|ый|ий|ого|его|"
    r"ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими|"
    r"і|ї|ою|ею|ові|еві|єю|ій|ої|ому|ими|их|є|ее|еей|)"
)


def _inflects(word: str, stem: str) -> bool:
    """Whether a word is a form of a name with this stem.

    >>> [_inflects(word, "судж") for word in ("судже", "суджей", "суджанский")], _inflects("sudzha", "sudzha")
    ([True, True, False], True)
    """
    if not is_cyrillic(stem):
        return word in {stem, f"{stem}'s", f"{stem}s"}
    if word.startswith(stem):
        return _ENDINGS.fullmatch(word[len(stem) :]) is not None
    fleeting = re.fullmatch(r"(.*[^аеиоуыэюяьйіїє])([ео])([^аеиоуыэюяьйіїє])", stem)
    if fleeting is not None and word.startswith(fleeting[1] + fleeting[3]):
        return _ENDINGS.fullmatch(word[len(fleeting[1]) + 1 :]) is not None and len(word) > len(fleeting[1]) + 1
    plural = re.fullmatch(r"(.*[^аеиоуыэюяьйіїє])(к)", stem)
    return plural is not None and word in {f"{plural[1]}ок", f"{plural[1]}ек"}


def _in_order(stems: list[str], name: str) -> bool:
    """Whether a district's name holds the words of a text in order: Krasnaya Yaruga in Krasnoyaruzhsky."""
    at = 0
    for number, stem in enumerate(stems):
        root = _root(stem)
        place = name.find(root, at)
        if place < 0 or (number == 0 and place != 0):
            return False
        at = place + len(root)
    return True


def _root(stem: str) -> str:
    """Leave out of a name in Latin letters its ending, and the last consonant that an adjective of it changes.

    >>> _root("sudzhanskogo"), _root("krasnaia"), _root("iaruga"), _root("glushkovo")
    ('sudzhan', 'krasn', 'iaru', 'glushkov')
    """
    bare = re.sub(r"(?:sk|tsk)(?:ogo|omu|om|im|i|oi|ii|iy|aia|oe|oho|omu|ih|ie|iui|u|a|e)?$", "", stem)
    if bare != stem:
        return bare
    bare = re.sub(r"(?:aia|oie|oe|ii|i|a|o|e|u)$", "", stem)
    return bare[:-1] if len(bare) > 4 and bare[-1] in "gkh" else bare


def _land(stem: str) -> str:
    """Return what "-shchyna" is put to: kur of Kursk."""
    return re.sub(r"sk?$", "", stem) if stem.endswith("sk") else stem


def iter_labels(mentions: Iterable[PlaceMention]) -> Iterator[str]:
    """Yield the labels of places, each once, in their order."""
    yield from dict.fromkeys(one.label for one in mentions)

"""The citation bundle: what is in it, and that verifying it believes nothing that it says of itself."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from geo.errors import InputError, SelectionError
from geo.export.bibliography import bibtex, csl_json
from geo.export.bundle import INPUTS, MANIFEST, BundleOptions, bundle, public_files
from geo.export.bundle_reader import MAX_BUNDLE_FILES
from geo.export.dataset_schema import TABLE_SCHEMAS
from geo.export.figures.figure import Look
from geo.export.formats.csv import read_csv
from geo.export.numbers import numbers
from geo.export.release import release
from geo.export.scope import Scope
from geo.export.verify import verify
from geo.geometry.crs import geodesic_area_km2
from geo.io.case_files import read_case, version_of
from geo.io.case_store import open_case, read_files
from geo.io.zones import write_zones
from geo.reports.address import read_viewpoint, viewpoint_text, write_address
from geo.reports.view import View
from tests.publish_cases import track

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
ON = date(2024, 8, 12)
OPTIONS = BundleOptions(date(2026, 11, 25), "https://salient.example/", Look(dpi=60))


@pytest.fixture(scope="module")
def made() -> bytes:
    """Return the bundle of 12 August, as known on the 13th."""
    scope = Scope(release(open_case(KURSK)), View(ON, date(2024, 8, 13)))
    return bundle(scope, read_files(KURSK), OPTIONS)[1]


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the files of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    """Pack files into a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def rehashed(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return files with a manifest that agrees with them, as somebody would make it who wants to hide a change."""
    manifest = json.loads(files[MANIFEST])
    manifest["files"] = {n: hashlib.sha256(d).hexdigest() for n, d in files.items() if n != MANIFEST}
    inputs = {n.removeprefix(INPUTS): d for n, d in files.items() if n.startswith(INPUTS)}
    manifest["inputs_version"] = manifest["case_version"] = version_of(inputs)
    return files | {MANIFEST: json.dumps(manifest).encode()}


def failures(data: bytes, **more: object) -> list[str]:
    """Return what does not hold."""
    return [str(one) for one in verify(data, **more) if not one.holds]  # type: ignore[arg-type]


def test_it_holds_everything_that_the_picture_rests_on(made: bytes):
    """Picture, claims as CSV and JSON, provenance, method, version, link, BibTeX and CSL are there and agree."""
    files = unpacked(made)
    manifest = json.loads(files[MANIFEST])
    assert Image.open(io.BytesIO(files["picture.png"])).size == (660, 456)
    assert files["picture.pdf"].startswith(b"%PDF")
    claims = json.loads(files["claims.json"])
    assert {"C0001", "C0002", "C0003"} <= {claim["id"] for claim in claims}
    assert list(read_csv(files["claims.csv"].decode(), TABLE_SCHEMAS["claims"])["id"]) == [
        claim["id"] for claim in claims
    ]
    assert all(claim["known_date"] <= "2024-08-13" for claim in claims)
    entities = json.loads(files["claims.prov.json"])["entity"]
    assert {f"claim:{claim['id']}" for claim in claims} <= set(entities)
    assert "never a map of control" in files["method.md"].decode()
    assert manifest["case_version"] == open_case(KURSK).version
    assert manifest["permalink"] in files["citation.bib"].decode()
    assert json.loads(files["citation.csl.json"])[0]["URL"] == manifest["permalink"]
    assert read_case({n.removeprefix(INPUTS): d for n, d in files.items() if n.startswith(INPUTS)}).faults == ()


def test_the_same_view_gives_the_same_bundle(made: bytes):
    """Byte for byte, pictures included."""
    scope = Scope(release(open_case(KURSK)), View(ON, date(2024, 8, 13)))
    assert bundle(scope, read_files(KURSK), OPTIONS)[1] == made


def test_an_untouched_bundle_holds(made: bytes):
    """By itself, and against the case that it was made from."""
    assert failures(made) == []
    found = verify(made, open_case(KURSK))
    assert all(one.holds for one in found)
    assert any("the same version" in one.said for one in found)


def tampered_number(files: dict[str, bytes]) -> dict[str, bytes]:
    """Double the area of the outer band."""
    numbers_said = json.loads(files["numbers.json"])
    for one in numbers_said:
        if "outer band" in one["name"]:
            one["value"] *= 2
    return files | {"numbers.json": json.dumps(numbers_said).encode()}


def tampered_claim(files: dict[str, bytes]) -> dict[str, bytes]:
    """Turn the governor's 12 km into 13."""
    name = f"{INPUTS}claims.csv"
    text = files[name].decode()
    row = re.search(r"^C0002,.*$", text, re.MULTILINE)
    assert row is not None
    return files | {name: text.replace(row[0], row[0].replace(",about,12,", ",about,13,")).encode()}


def dropped_claim(files: dict[str, bytes]) -> dict[str, bytes]:
    """Take one claim out of the list of claims, but not out of the inputs."""
    return files | {"claims.json": json.dumps(json.loads(files["claims.json"])[1:], indent=1).encode()}


def tampered_version(files: dict[str, bytes]) -> dict[str, bytes]:
    """Give another version."""
    manifest = json.loads(files[MANIFEST]) | {"inputs_version": "f" * 64}
    return files | {MANIFEST: json.dumps(manifest).encode()}


def tampered_case_version(files: dict[str, bytes]) -> dict[str, bytes]:
    """Give another version of the case alone."""
    manifest = json.loads(files[MANIFEST]) | {"case_version": "f" * 64}
    return files | {MANIFEST: json.dumps(manifest).encode()}


def later_clock(files: dict[str, bytes]) -> dict[str, bytes]:
    """Say that it was known a day later than it was."""
    manifest = json.loads(files[MANIFEST])
    manifest["scope"]["known"] = "2024-08-20"
    return files | {MANIFEST: json.dumps(manifest).encode()}


def dropped_drawing(files: dict[str, bytes]) -> dict[str, bytes]:
    """Leave one band out of the drawings."""
    drawn = json.loads(files["advances.geojson"])
    return files | {"advances.geojson": json.dumps(drawn | {"features": drawn["features"][1:]}).encode()}


def emptied_provenance(files: dict[str, bytes]) -> dict[str, bytes]:
    """Say nothing of where the claims come from."""
    return files | {"claims.prov.json": b"{}"}


def tampered_unit(files: dict[str, bytes]) -> dict[str, bytes]:
    """Give areas in metres."""
    return files | {"numbers.json": files["numbers.json"].replace('"km²"'.encode(), b'"m"')}


def tampered_origin(files: dict[str, bytes]) -> dict[str, bytes]:
    """Say of a number that it was made from another claim."""
    listed = json.loads(files["numbers.json"])
    listed[0]["made_from"] = ["C9999"]
    return files | {"numbers.json": json.dumps(listed).encode()}


@pytest.mark.parametrize(
    ("tamper", "part"),
    [
        (tampered_number, "area of the outer band of P12x40"),
        (tampered_claim, "area of the outer band of P12x40"),
        (dropped_claim, "claims.json is changed"),
        (tampered_version, "the manifest says ffffffffffff"),
        (tampered_case_version, "the case's is given as ffffffffffff"),
        (later_clock, "claims about days up to this one"),
    ],
)
def test_what_was_tampered_with_does_not_hold(made: bytes, tamper: Callable, part: str):
    """A number, a claim, a list, a version or a clock that was changed is named."""
    assert any(part in line for line in failures(packed(tamper(unpacked(made)))))


@pytest.mark.parametrize(
    ("tamper", "part"),
    [
        (tampered_number, "area of the outer band of P12x40"),
        (tampered_claim, "the bundle says 12 km, computed 13 km"),
        (dropped_claim, "claims.json is not what the inputs give"),
        (later_clock, "claims about days up to this one"),
        (dropped_drawing, "advances.geojson is not what the inputs give"),
        (emptied_provenance, "claims.prov.json is not what the inputs give"),
        (tampered_unit, "computed"),
        (tampered_origin, "made from C9999, computed from"),
    ],
)
def test_new_checksums_do_not_hide_it(made: bytes, tamper: Callable, part: str):
    """Whoever writes a manifest to fit is found out by the numbers, which are computed from the claims."""
    assert any(part in line for line in failures(packed(rehashed(tamper(unpacked(made))))))


def test_a_consistent_forgery_is_found_by_the_case(made: bytes):
    """Claims, numbers and checksums all changed to fit hold by themselves, and not against the case."""
    files = tampered_claim(unpacked(made))
    inputs = {n.removeprefix(INPUTS): d for n, d in files.items() if n.startswith(INPUTS)}
    forged = release(read_case(inputs))
    anew = bundle(Scope(forged, View(ON, date(2024, 8, 13))), inputs, OPTIONS)[1]
    assert failures(anew) == []
    assert any("from the case as it is now" in line for line in failures(anew, case=open_case(KURSK)))


def quiet(files: dict[str, bytes]) -> bytes:
    """Pack changed files with hashes that fit them, all else in the manifest as it was."""
    manifest = json.loads(files[MANIFEST])
    manifest["files"] = {name: hashlib.sha256(files[name]).hexdigest() for name in manifest["files"]}
    return packed(files | {MANIFEST: json.dumps(manifest, indent=1, ensure_ascii=False).encode() + b"\n"})


QUIET = {
    "picture.png": lambda data: data[:-100] + bytes(100),
    "picture.pdf": lambda _: b"%PDF-1.4 not the picture",
    "fronts.geojson": lambda data: data.replace(b"Ukraine", b"Somebody", 1).replace(b'"features"', b' "features"', 1),
    "method.md": lambda data: data.replace(b"never", b"always", 1),
    "citation.bib": lambda data: data.replace(b"Salient", b"Someone", 1),
    "citation.csl.json": lambda data: data.replace(b"Salient", b"Someone", 1),
    "claims.prov.json": lambda data: data + b" ",
}


@pytest.fixture(scope="module")
def beside() -> dict[str, object]:
    """Return the case that the bundle is of, with its files, as `verify --case` gives them."""
    return {"case": open_case(KURSK), "case_files": read_files(KURSK)}


@pytest.mark.parametrize("name", QUIET)
def test_any_part_changed_with_its_hash_fails_beside_the_case(made: bytes, beside: dict[str, object], name: str):
    """The case gives the same bytes again, so what differs is named, and nothing else is."""
    files = unpacked(made)
    changed = QUIET[name](files[name])
    assert changed != files[name]
    lines = [line for line in failures(quiet(files | {name: changed}), **beside) if "made again" in line]
    assert len(lines) == 1
    assert lines[0].startswith(f"FAILS  made again from the case: {name}, {MANIFEST} (files): not what the case gives")


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("permalink", "https://salient.example/?on=2024-08-13"),
        ("licences", ["CC0"]),
        ("left_out", ["everything"]),
        ("note", "more"),
    ],
)
def test_an_entry_of_the_manifest_changed_fails_beside_the_case(
    made: bytes, beside: dict[str, object], entry: str, value: object
):
    """What the manifest says of link, licences and the rest is what the case gives, and no more than that."""
    files = unpacked(made)
    manifest = json.loads(files[MANIFEST]) | {entry: value}
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    (line,) = failures(packed(files | {MANIFEST: text.encode()}), **beside)
    assert f"{MANIFEST} ({entry})" in line


def test_an_untouched_bundle_is_made_again_to_the_byte(made: bytes, beside: dict[str, object]):
    """With its own picture, filters and link; one from before bundles said their look is made with the usual one."""
    assert failures(made, **beside) == []
    scope = Scope(release(open_case(KURSK)), View(ON, at=(35.2, 51.2, 9.5), hidden=frozenset({"Aleksei Smirnov"})))
    data = bundle(scope, read_files(KURSK), BundleOptions(date(2026, 11, 25)))[1]
    assert failures(data, **beside) == []
    files = unpacked(data)
    manifest = json.loads(files[MANIFEST])
    del manifest["look"]
    old = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    assert failures(packed(files | {MANIFEST: old.encode()}), **beside) == []


@pytest.mark.parametrize("look", [{"dpi": 1e9}, {"width_in": float("1e6")}, {"dpi": "many"}, [], 7])
def test_a_manifest_asks_for_no_picture_of_any_size(made: bytes, beside: dict[str, object], look: object):
    """What a stranger's manifest says of the picture is bounded before anything is drawn."""
    files = unpacked(made)
    text = json.dumps(json.loads(files[MANIFEST]) | {"look": look})
    lines = failures(packed(files | {MANIFEST: text.encode()}), **beside)
    assert any("made again from the case: manifest.json" in line for line in lines)


def test_a_case_that_moved_on_without_the_numbers_still_holds(made: bytes, tmp_path: Path):
    """Another version is said and fails nothing, as long as the numbers are the same."""
    folder = tmp_path / "kursk-2024"
    shutil.copytree(KURSK, folder)
    toml = folder / "case.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("zoom = 9", "zoom = 8"), encoding="utf-8")
    found = verify(made, open_case(folder))
    assert all(one.holds for one in found)
    assert any("now," in one.said and "can't be made again" in one.said for one in found)


def test_it_is_said_what_rests_on_a_hash_alone(made: bytes):
    """A picture is not drawn again and a text not compared: these are named, so that nobody takes them for computed."""
    (found,) = (one for one in verify(made) if one.check == "by hash alone")
    assert found.said.startswith(
        "citation.bib, citation.csl.json, fronts.geojson, method.md, picture.pdf, picture.png:"
    )


def test_a_bundle_holds_no_file_that_is_missing_or_extra(made: bytes):
    """Each is named."""
    files = unpacked(made)
    lines = failures(packed({n: d for n, d in files.items() if n != "method.md"} | {"extra.txt": b""}))
    assert any("method.md is missing" in line for line in lines)
    assert any("extra.txt is not listed" in line for line in lines)


def test_inputs_that_make_no_case_do_not_hold(made: bytes):
    """A broken border is a failure with the reason, not a crash."""
    lines = failures(packed(rehashed(unpacked(made) | {f"{INPUTS}border.geojson": b"{}"})))
    assert any("they make no case any more" in line for line in lines)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"PK not a zip", "no citation bundle"),
        (packed({"a.txt": b"a"}), "holds no manifest.json"),
        (packed({MANIFEST: b"[]"}), "must be an object"),
        (packed({MANIFEST: b"{"}), "is not JSON"),
        (packed({MANIFEST: b'{"salient_bundle": 9}'}), "this version reads form 1"),
        (packed({MANIFEST: b'{"salient_bundle": 1}'}), "lists no files"),
        (packed({f"{n}": b"" for n in range(MAX_BUNDLE_FILES + 1)}), "one has up to"),
        (packed({"bomb": b"\0" * 120_000_000}), "unpacks to 120,000,000 bytes"),
    ],
)
def test_what_is_no_bundle_is_said(data: bytes, part: str):
    """One sentence for each; a bomb is refused before it is unpacked."""
    with pytest.raises(InputError, match=part):
        verify(data)


def test_fronts_are_measured_again():
    """A front in the bundle is measured from its drawing; a drawing that was changed does not hold."""
    case = replace(open_case(KURSK), fronts=(track("mine", "CC-BY-4.0"),))
    scope = Scope(release(case), View(ON))
    ground_km2 = {n.name: n.value for n in numbers(scope, ON)}
    name = next(name for name in ground_km2 if name.startswith("area drawn by"))
    files = unpacked(bundle(scope, read_files(KURSK), OPTIONS)[1])
    said = json.loads(files["numbers.json"])
    features = json.loads(files["fronts.geojson"])
    assert [feature["properties"]["id"] for feature in features["features"]] == ["mine.ukraine.held"]
    assert any(name in line for line in failures(packed(files)))  # the track's own figure is made up: 77 km²
    true_km2 = geodesic_area_km2(case.fronts[0].ground(0))
    for one in said:
        if one["name"] == name:
            one["value"] = true_km2
    assert failures(packed(rehashed(files | {"numbers.json": json.dumps(said).encode()}))) == []


def test_what_may_not_go_out_is_not_in_the_inputs():
    """A zone, a place and a base feature whose licence is closed are in no file of the bundle; it still verifies."""
    files = read_files(KURSK)
    case = read_case(files)
    closed = replace(case.zones["sudzhansky"], licence="all rights reserved", source="secret source")
    zones = write_zones((case.zones | {"sudzhansky": closed}).values()).encode()
    rows = files["licences.csv"].replace(b"settlements,GeoNames,CC-BY-4.0", b"settlements,GeoNames,closed")
    changed = files | {"evacuation_zones.geojson": zones, "licences.csv": rows}
    released = release(read_case(changed))
    assert {decision.layer for decision in released.withheld} == {"zones", "settlements"}
    public = public_files(released, changed)
    kept = read_case(public)
    assert kept.zones["sudzhansky"].geometry is None
    assert kept.settlements["basovka"].lon is None
    assert b"35.0877" not in public["settlements.csv"]
    made = bundle(Scope(released, View(ON)), changed, OPTIONS)[1]
    assert failures(made) == []
    assert "all rights reserved" in " ".join(json.loads(unpacked(made)[MANIFEST])["left_out"])


def test_the_numbers_are_those_of_the_ledger():
    """Worked out by hand from the ledger: the governor's figures, and counts that add up."""
    found = {n.name: n for n in numbers(Scope(release(open_case(KURSK)), View(ON)), ON)}
    governor = [n for n in found.values() if n.made_from and n.made_from[0] == "C0002"]
    assert {(n.value, n.unit) for n in governor if n.name.startswith("depth")} == {(12, "km")}
    bands = [found[f"area of the {band} band of P12x40"].value for band in ("inner", "likely", "outer")]
    assert bands == sorted(bands)
    statuses = [n.value for name, n in found.items() if name.startswith("places by the latest word")]
    assert sum(statuses) == found["places that somebody spoke of"].value
    kinds = [n.value for name, n in found.items() if name.startswith("zones by the strictest word")]
    assert sum(kinds) == found["zones with an order or a word about one"].value


def test_a_permalink_holds_the_view_and_reads_back():
    """Case, version, both clocks, filters, selection and the map's view, each once and in order."""
    released = release(open_case(KURSK))
    view = View(
        ON,
        date(2024, 8, 13),
        layers=("advances", "zones"),
        hidden=frozenset({"A & B=?#"}),
        selected="claim:C0001",
        at=(35.27, 51.19, 9.5),
    )
    link = write_address(view, released.case, "https://x.example/")
    assert link == (
        f"https://x.example/?case=kursk-2024&v={released.case.version[:12]}&on=2024-08-12&known=2024-08-13"
        "&layers=advances,zones&hide=A%20%26%20B%3D%3F%23&sel=claim:C0001&at=35.27,51.19,9.5"
    )
    assert read_viewpoint(viewpoint_text((35.123456, -51.1, 9.25))) == (35.12346, -51.1, 9.25)
    assert [read_viewpoint(text) for text in ("", "1,2", "a,b,c", "200,0,9", "1,2,99", "nan,1,9")] == [None] * 6


def test_the_entries_are_those_of_a_map_and_hostile_titles_stay_text():
    """BibTeX escapes what LaTeX would run, CSL-JSON is JSON; without an app's address there is no URL."""
    released = release(open_case(KURSK))
    settings = released.case.settings.model_copy(update={"title": r"\input{/etc/passwd} 100% & $x_1$ #1 {a~b^c}"})
    scope = Scope(replace(released, case=replace(released.case, settings=settings)), View(ON))
    text = bibtex(scope, ON, "?on=2024-08-12", date(2026, 11, 25))
    title = re.search(r"title = \{\{(.*)\}\},", text)
    assert title is not None
    assert title[1].startswith(r"\textbackslash{}input\{/etc/passwd\} 100\% \& \$x\_1\$ \#1 \{a\textasciitilde{}b")
    assert "url" not in text
    (entry,) = json.loads(csl_json(scope, ON, "?on=2024-08-12", date(2026, 11, 25)))
    assert (entry["type"], entry["issued"]) == ("map", {"date-parts": [[2026, 11, 25]]})
    assert "URL" not in entry


def test_a_bundle_is_of_one_day():
    """Without a day there is no picture to cite."""
    with pytest.raises(SelectionError, match="a citation is of one day"):
        bundle(Scope.of_period(release(open_case(KURSK))), read_files(KURSK), OPTIONS)


def test_unzip_opens_it(made: bytes, tmp_path: Path):
    """A reader that is not ours finds the zip sound, where one is installed."""
    unzip = shutil.which("unzip")
    if unzip is None:
        assert zipfile.ZipFile(io.BytesIO(made)).testzip() is None
        return
    (tmp_path / "b.zip").write_bytes(made)
    assert subprocess.run([unzip, "-tq", str(tmp_path / "b.zip")], check=False, capture_output=True).returncode == 0

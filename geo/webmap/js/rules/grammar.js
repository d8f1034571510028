/** The parts of an address. Made from geo/reports/address.py by `make generated`; edit that. */

/** @type {readonly {name: string, key: string, form: string, values: readonly string[]}[]} */
export const GRAMMAR = [
  {"name": "on", "key": "date", "form": "day", "values": []},
  {"name": "known", "key": "known", "form": "day", "values": []},
  {"name": "compare", "key": "compare", "form": "day", "values": []},
  {"name": "curve", "key": "curve", "form": "one", "values": ["claims", "area", "depth", "width"]},
  {"name": "bodies", "key": "bodies", "form": "one", "values": ["sides", "claimants"]},
  {"name": "layers", "key": "layers", "form": "some", "values": ["advances", "stretches", "fronts", "places", "zones", "towns"]},
  {"name": "sides", "key": "sides", "form": "some", "values": ["ukraine", "russia", "independent"]},
  {"name": "hide", "key": "hidden", "form": "names", "values": []},
  {"name": "hidefront", "key": "hiddenFronts", "form": "names", "values": []},
  {"name": "sel", "key": "selected", "form": "selection", "values": []},
  {"name": "at", "key": "at", "form": "viewpoint", "values": []},
];

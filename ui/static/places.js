// The places of a day: questions, counts against names, and the matrix place × claimant × date.

/** One count of settlements, held against those that are named. */
function countCard(count) {
  const named = count.claimed.length + count.entered.length;
  const words = `${count.claimed.length} named as held, ${count.entered.length} more as entered or shown, at least ${count.unnamed} not named`;
  const rows = count.within.filter((one) => one.inside.length || one.edge.length).map((one) =>
    el("tr", "", el("th", "", one.label), el("td", "n", String(one.inside.length)), el("td", "", nameList(one.inside)),
      el("td", "n", String(one.edge.length)), el("td", "", nameList(one.edge))));
  const table = rows.length ? el("div", "scroll", el("table", "plain", el("thead", "", el("tr", "",
    ...["Claimed ground or front", "Inside", "", "On its edge", ""].map((name) => el("th", "", name)))), el("tbody", "", ...rows))) : null;
  return el("article", "card", el("ul", "rows", citedRow({ ...count.cited, said: `${count.cited.said}${count.age ? `, ${count.age} old` : ""}` })),
    shareBar(named / Math.max(1, count.value), words), el("p", "quiet",
      `By the counting claimant itself ${count.bySelf} are named, by its side ${count.bySide}.`,
      count.offMap.length ? ` Without established coordinates, so not on the map: ${count.offMap.join(", ")}.` : ""),
    el("details", "fold", el("summary", "", "Which are named, and where they lie"),
      el("p", "details", el("b", "", "Held: "), nameList(count.claimed)), el("p", "details", el("b", "", "Entered or shown: "), nameList(count.entered)), table));
}

const SVG_NS = "http://www.w3.org/2000/svg";

/** One claimant's line: its spans on the days' axis. */
function lane(spans, days, on) {
  const svg = document.createElementNS(SVG_NS, "svg");
  svg.setAttribute("viewBox", `0 0 ${days} 10`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("class", "lane");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", spans.map((span) => span.words).join("; "));
  const add = (name, attributes) => {
    const node = document.createElementNS(SVG_NS, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    svg.append(node);
    return node;
  };
  for (const span of spans) {
    const bar = add("rect", { x: span.from, y: 1, width: span.to - span.from + 1, height: 8, class: `span ${span.status} ${span.open ? "open" : ""}` });
    const title = document.createElementNS(SVG_NS, "title");
    title.textContent = span.words;
    bar.append(title);
  }
  add("rect", { x: on, y: 0, width: 1, height: 10, class: "today" });
  return svg;
}

/** The rows of one place: a line for each claimant. */
function placeRows(place, matrix) {
  const head = el("th", "place", el("span", "name", place.name), el("span", "others", place.others), el("span", "others", place.where),
    el("span", `status ${place.disputed ? "disputed" : ""}`, place.status, place.disputed ? ` · disputed${place.disputedDays ? `, ${place.disputedDays}` : ""}` : ""),
    place.first.length ? el("span", "others", `first published: ${place.first.join("; ")}`) : null,
    place.onMap ? null : el("span", "badge doubt", "coordinates not established: not on the map"));
  head.scope = "rowgroup";
  head.rowSpan = Math.max(1, place.lanes.length);
  if (!place.lanes.length) return [el("tr", "head-row", head, el("td", "quiet", "–"), el("td", "quiet", "nobody has said anything of it"))];
  return place.lanes.map((one, at) => {
    const who = el("td", `who ${one.side}`, el("span", "mark"), el("span", "", one.who),
      one.now ? el("span", "others", one.now) : null, one.doubt ? el("span", "badge doubt", one.doubt) : null);
    const line = el("td", "line", lane(one.spans, matrix.days, matrix.on));
    return at ? el("tr", "", who, line) : el("tr", "head-row", head, who, line);
  });
}

/** Marks of the statuses, so that none is told by colour alone. */
function key(words) {
  return el("ul", "key", ...Object.entries(words).map(([status, text]) => {
    const sample = lane([{ from: 0, to: 2, status, open: false, words: text }], 3, -5);
    sample.setAttribute("aria-hidden", "true");
    return el("li", "", sample, text);
  }));
}

/** The whole matrix as a table. */
function matrixSection(matrix) {
  const axis = el("div", "axis", ...matrix.months.map(([day, words]) => {
    const mark = el("span", "", words);
    mark.style.left = `${(100 * day) / matrix.days}%`;
    return mark;
  }));
  const table = el("table", "matrix", el("caption", "sr", `Places by claimant and day; the line marks ${matrix.onWords}`),
    el("thead", "", el("tr", "", el("th", "", "Place"), el("th", "", "Claimant, and its word on this day"), el("th", "days", axis))),
    el("tbody", "", ...matrix.places.flatMap((place) => placeRows(place, matrix))));
  const none = el("p", "quiet", "No place of that name. A place may be written in any script, with a slip or two.");
  return el("section", "part", el("h2", "", "Who says what of which place"), el("p", "quiet",
    `Each bar is one claimant's word from the day it speaks of to the day before its next word; the line is ${matrix.onWords}.`),
  key(matrix.words), matrix.places.length ? el("div", "scroll", table) : none);
}

export default function (component) {
  const { data, parentElement } = component;
  const counts = data.counts.length ? el("section", "part", el("h2", "", "Counted and named"), ...data.counts.map(countCard)) : null;
  parentElement.querySelector(".root").replaceChildren(el("div", "report", el("p", "lead", data.summary),
    ...[answersSection(data.answers, data.heading), counts, matrixSection(data.matrix)].filter(Boolean)));
}

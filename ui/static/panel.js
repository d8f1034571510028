// Draws the day's panel from plain data. All text goes in as text; a click asks the map document to select.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element with a class and children; strings become text nodes. */
function el(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter((child) => child !== null && child !== "" && child !== undefined));
  return node;
}

/** Make an SVG element with attributes. */
function svg(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/** Ask the map document to select a thing, or nothing. */
function choose(name) {
  window.dispatchEvent(new CustomEvent("salient:set", { detail: { selected: name } }));
}

/** A link to a publication; only web addresses become links. */
function sourceLink(source) {
  if (!/^https?:\/\//i.test(source.url)) return el("span", "", source.publisher);
  const link = el("a", "", source.publisher);
  link.href = source.url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.title = [source.title, `published ${source.day}`].filter(Boolean).join(" · ");
  return link;
}

/** The publications behind a figure: the first two by name, the others behind a count. */
function sourceList(sources) {
  const line = el("span", "sources");
  const join = (into, list) => list.forEach((source, at) => into.append(at ? ", " : "", sourceLink(source)));
  join(line, sources.slice(0, 2));
  if (sources.length > 2) {
    const rest = el("span", "rest");
    rest.hidden = true;
    rest.append(", ");
    join(rest, sources.slice(2));
    const more = el("button", "more", `+${sources.length - 2} more`);
    more.onclick = () => { rest.hidden = false; more.remove(); };
    line.append(rest, " ", more);
  }
  return line;
}

/** The small words beside a figure: kind, basis, days, doubts. */
function badges(figure) {
  const words = [
    [figure.total === false, figure.kind, "kind"],
    [figure.total === true, "total", "plain"],
    [figure.computed === true, "computed", "computed"],
    [figure.computed === false, "stated", "plain"],
    [Boolean(figure.age), `${figure.age} old`, "age"],
    [figure.late && !figure.age, `known ${figure.known}`, "age"],
    [Boolean(figure.dayNote), figure.dayNote, "doubt"],
    [figure.unchecked, figure.checked, "doubt"],
  ];
  return words.filter(([holds]) => holds).map(([, text, name]) => el("span", `badge ${name}`, text));
}

/** One figure as a row: value, who, provenance. */
function figureRow(figure) {
  const value = el("button", "value", figure.text);
  value.onclick = () => choose(figure.name);
  value.setAttribute("aria-label", `${figure.metric}: ${figure.text}, ${figure.who}. Show what is behind it.`);
  const who = el("span", "who", figure.who);
  who.title = [figure.role, figure.sideWords].filter(Boolean).join(" · ");
  const details = [
    figure.label,
    ...figure.parts,
    figure.place && figure.place !== "Kursk Oblast" ? figure.place : "",
    figure.computed ? `from ${figure.computedFrom}` : "",
    figure.wordings.length ? `also given as ${figure.wordings.join(", ")}` : "",
  ].filter(Boolean);
  const row = el("li", `row ${figure.side}`, el("span", "mark"), el("div", "body",
    el("div", "first", value, who, ...badges(figure)),
    details.length ? el("div", "details", details.join(" · ")) : null,
    el("div", "published", sourceList(figure.sources))));
  row.title = figure.summary;
  return row;
}

/** A round number at or above a value, so that an axis ends well. */
function niceEnd(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10].map((step) => step * power).find((end) => end >= value);
}

/** The shape of a mark by modality: a dot, an arrow for a bound, a bar for a range. */
function markShape(figure, x, y, scale) {
  if (figure.modality === "range") {
    const end = scale(figure.high);
    return svg("path", { d: `M${x} ${y - 5}V${y + 5}M${x} ${y}H${end}M${end} ${y - 5}V${y + 5}`, class: "range" });
  }
  if (figure.modality === "at_least") return svg("path", { d: `M${x - 5} ${y - 6}L${x + 6} ${y}L${x - 5} ${y + 6}Z` });
  if (figure.modality === "up_to") return svg("path", { d: `M${x + 5} ${y - 6}L${x - 6} ${y}L${x + 5} ${y + 6}Z` });
  if (figure.modality === "exact") return svg("rect", { x: x - 5, y: y - 5, width: 10, height: 10 });
  return svg("circle", { cx: x, cy: y, r: 5.5 });
}

/** Put labels that would overlap on a second and third line. */
function labelLines(marks) {
  const ends = [];
  for (const mark of marks) {
    const half = mark.label.length * 3.6 + 3;
    let line = ends.findIndex((end) => end < mark.x - half);
    if (line < 0) line = ends.length;
    ends[line] = mark.x + half;
    mark.line = Math.min(line, 2);
  }
  return Math.min(ends.length, 3);
}

/** The strip of a metric: every figure of the day on one axis, by side and modality, hollow when computed. */
function strip(group) {
  const figures = group.figures.filter((figure) => figure.kind !== "additional" && figure.kind !== "a part only");
  if (figures.length < 1) return null;
  const width = 400;
  const end = niceEnd(1.04 * Math.max(...figures.map((figure) => figure.high ?? figure.value), 1));
  const scale = (value) => 14 + (value / end) * (width - 28);
  const short = (value) => (value >= 10000 ? `${Math.round(value / 1000)}k` : value.toLocaleString("en"));
  const marks = figures
    .map((figure) => ({ figure, x: scale(figure.value), label: short(figure.value) + (figure.high ? `–${short(figure.high)}` : "") }))
    .sort((a, b) => a.x - b.x);
  const lines = labelLines(marks);
  const axis = 10 + lines * 12;
  const height = axis + 24;
  const image = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", class: "strip" });
  const title = svg("title", {});
  title.textContent = `${group.title}: ${figures.map((f) => `${f.text} (${f.who}${f.computed ? ", computed" : ""})`).join("; ")}`;
  image.append(title, svg("line", { x1: 14, x2: width - 14, y1: axis, y2: axis, class: "axis" }));
  for (const [value, anchor] of [[0, "start"], [end, "end"]]) {
    const text = svg("text", { x: value ? width - 8 : 8, y: axis + 19, class: "tick", "text-anchor": anchor });
    text.textContent = short(value) + (value && group.unit ? ` ${group.unit}` : "");
    image.append(text);
  }
  for (const { figure, x, label, line } of marks) {
    const shape = markShape(figure, x, axis, scale);
    shape.setAttribute("class", `${figure.side}${figure.computed ? " hollow" : ""} ${shape.getAttribute("class") ?? ""}`);
    const text = svg("text", { x, y: axis - 9 - line * 12, class: "label", "text-anchor": "middle" });
    text.textContent = label;
    const hit = svg("g", { class: "hit" });
    const tip = svg("title", {});
    tip.textContent = `${figure.text} · ${figure.who} · ${figure.kind}, ${figure.computed ? "computed" : "stated"} · ${figure.sources[0].publisher}`;
    hit.append(tip, shape, text);
    hit.addEventListener("click", () => choose(figure.name));
    image.append(hit);
  }
  return image;
}

/** A metric: its title, its strip, its figures. */
function groupSection(group) {
  const rows = el("ul", "rows", ...group.figures.map(figureRow));
  return el("section", "group", el("h3", "", group.title, group.unit ? el("span", "unit", ` ${group.unit}`) : ""), strip(group), rows);
}

/** A record under the selected thing or in the news. */
function entryRow(entry, withName) {
  const head = withName && entry.name ? el("button", "value", entry.text) : el("span", "value", entry.text);
  if (withName && entry.name) head.onclick = () => choose(entry.name);
  const days = entry.about === entry.known ? `about and known ${entry.about}` : `about ${entry.about}, known ${entry.known}`;
  const row = el("li", `row ${entry.side}`, el("span", "mark"), el("div", "body",
    el("div", "first", head, el("span", "who", entry.who), ...badges(entry)),
    el("div", "details", [days, entry.role].filter(Boolean).join(" · ")),
    entry.summary ? el("div", "summary", entry.summary) : null,
    el("div", "published", sourceList(entry.sources))));
  return row;
}

/** The card of the selected thing. */
function selectionCard(selection) {
  const close = el("button", "close", "Close");
  close.onclick = () => choose(null);
  const facts = el("dl", "facts");
  for (const [label, text] of selection.facts) facts.append(el("dt", "", label), el("dd", "", text));
  const none = selection.entries.length ? null : el("p", "quiet", "Nothing was known about it by this day.");
  const card = el("section", "selection", el("header", "", el("h3", "", selection.title), close), facts,
    el("ul", "rows", ...selection.entries.map((entry) => entryRow(entry, false))), none);
  card.setAttribute("aria-label", `Selected: ${selection.title}`);
  return card;
}

/** A foldable list with its count in the heading. */
function fold(title, rows, open) {
  if (!rows.length) return null;
  const details = el("details", "fold", el("summary", "", `${title} (${rows.length})`), el("ul", "rows", ...rows));
  details.open = open;
  return details;
}

/** One statement without a number. */
function statementRow(said) {
  return el("li", `row ${said.side}`, el("span", "mark"), el("div", "body",
    el("div", "first", el("span", "who strong", said.who), el("span", "who", said.role)),
    el("div", "summary", said.summary), el("div", "published", sourceList(said.sources))));
}

/** An order of this day, with the zone's name first. */
function orderRow(order) {
  return entryRow({ ...order, text: `${order.zone}: ${order.text}` }, true);
}

/** How to read the marks, said once. */
function key() {
  const sides = [["ukraine", "Ukraine's side"], ["russia", "Russia's side"], ["independent", "independent"]];
  return el("p", "key", ...sides.map(([side, text]) => el("span", `row ${side}`, el("span", "mark"), text)),
    "■ exact · ● about · ▸ at least · ◂ up to · ├┤ range · hollow: computed, not stated");
}

/** The whole panel. */
function draw(data) {
  const quiet = !data.groups.length && !data.carried.length;
  return el("div", "panel",
    data.selection ? selectionCard(data.selection) : null,
    el("header", data.today ? "day" : "day past", el("h2", "", `${data.day} · ${data.number}`), el("span", "known", data.known)),
    el("p", "sentence", data.sentence),
    data.hidden ? el("p", "quiet", `${data.hidden} figures are hidden by the filters.`) : null,
    data.groups.length ? key() : null,
    ...data.groups.map(groupSection),
    quiet ? null : fold("Evacuation, about this day", data.orders.map(orderRow), true),
    fold("Said without a number", data.statements.map(statementRow), false),
    fold("Carried forward from earlier days", data.carried.map(figureRow), !data.groups.length),
    fold("Became known on this day", data.news.map((entry) => entryRow(entry, true)), false));
}

const drawn = new WeakMap();

export default function (component) {
  const { data, parentElement } = component;
  const text = JSON.stringify(data);
  if (drawn.get(parentElement) === text) return;
  drawn.set(parentElement, text);
  const root = parentElement.querySelector(".root");
  root.replaceChildren(draw(data));
  if (data.selection) root.scrollTop = 0;
}

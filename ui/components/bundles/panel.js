// Made by `npm run build` from the modules named below; not to be edited.

// ui/components/js/shared/records.js
function el(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.flatMap((child) => child || []));
  return node;
}
function rootOf(parent) {
  const found = parent.querySelector(".root");
  if (!(found instanceof HTMLElement)) throw new TypeError("the component's page has no element of class root");
  return found;
}
function choose(name) {
  window.dispatchEvent(new CustomEvent("salient:set", { detail: { selected: name } }));
}
function hiddenNote({ words, reset }) {
  const button = el("button", "show-hidden", "Show what is hidden");
  button.onclick = () => window.dispatchEvent(new CustomEvent("salient:set", { detail: reset }));
  return el("p", "hidden-note", words, " ", button);
}
function sourceLink(source) {
  if (!/^https?:\/\//i.test(source.url)) return el("span", "", source.publisher);
  const link = el("a", "", source.publisher);
  link.href = source.url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.title = [source.title, `published ${source.day}`].filter(Boolean).join(" · ");
  return link;
}
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
    more.onclick = () => {
      rest.hidden = false;
      more.remove();
    };
    line.append(rest, " ", more);
  }
  return line;
}
function badges(figure) {
  const words = [
    [figure.total === false, figure.kind, "kind"],
    [figure.total === true, "total", "plain"],
    [figure.computed === true, "computed", "computed"],
    [figure.computed === false, "stated", "plain"],
    [Boolean(figure.age), `${figure.age} old`, "age"],
    [figure.late && !figure.age, `known ${figure.known}`, "age"],
    [Boolean(figure.dayNote), figure.dayNote, "doubt"],
    [figure.unchecked, figure.checked, "doubt"]
  ];
  return words.filter(([holds]) => holds).map(([, text, name]) => el("span", `badge ${name}`, text));
}
function figureRow(figure) {
  const value = el("button", "value", figure.text);
  value.onclick = () => choose(figure.name);
  value.setAttribute("aria-label", `${figure.metric}: ${figure.text}, ${figure.who}. Show what is behind it.`);
  const who = el("span", "who", figure.who);
  who.title = [figure.role, figure.sideWords].filter(Boolean).join(" · ");
  const details = [
    figure.label,
    ...figure.parts,
    figure.place,
    figure.computed ? `from ${figure.computedFrom}` : "",
    figure.wordings.length ? `also given as ${figure.wordings.join(", ")}` : ""
  ].filter(Boolean);
  const row = el(
    "li",
    `row ${figure.side}`,
    el("span", "mark"),
    el(
      "div",
      "body",
      el("div", "first", value, who, ...badges(figure)),
      details.length ? el("div", "details", details.join(" · ")) : null,
      el("div", "published", sourceList(figure.sources))
    )
  );
  row.title = figure.summary;
  return row;
}
function entryRow(entry, withName) {
  const head = withName && entry.name ? el("button", "value", entry.text) : el("span", "value", entry.text);
  if (withName && entry.name) head.onclick = () => choose(entry.name);
  const days = entry.about === entry.known ? `about and known ${entry.about}` : `about ${entry.about}, known ${entry.known}`;
  const row = el(
    "li",
    `row ${entry.side}`,
    el("span", "mark"),
    el(
      "div",
      "body",
      el("div", "first", head, el("span", "who", entry.who), ...badges(entry)),
      el("div", "details", [days, entry.role].filter(Boolean).join(" · ")),
      entry.summary ? el("div", "summary", entry.summary) : null,
      el("div", "published", sourceList(entry.sources))
    )
  );
  return row;
}
function fold(title, rows, open) {
  if (!rows.length) return null;
  const details = el("details", "fold", el("summary", "", `${title} (${rows.length})`), el("ul", "rows", ...rows));
  details.open = open;
  return details;
}
function statementRow(said) {
  return el(
    "li",
    `row ${said.side}`,
    el("span", "mark"),
    el(
      "div",
      "body",
      el("div", "first", el("span", "who strong", said.who), el("span", "who", said.role)),
      el("div", "summary", said.summary),
      el("div", "published", sourceList(said.sources))
    )
  );
}
function orderRow(order) {
  return entryRow({ ...order, text: `${order.zone}: ${order.text}` }, true);
}

// ui/components/js/shared/verdicts.js
function showGround(ground) {
  window.dispatchEvent(new CustomEvent("salient:show", { detail: ground }));
}
function groundRow(ground, beside) {
  const why = el("span", "why", ground.reason);
  if (!beside) return el("li", "", el("span", "ground", ground.name), why);
  const button = el("button", "ground", ground.name);
  button.title = "Show it on the map";
  button.setAttribute("aria-pressed", "false");
  button.onclick = () => {
    const shown = button.getAttribute("aria-pressed") === "true";
    const root = button.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot) {
      for (const other of root.querySelectorAll("button.ground")) other.setAttribute("aria-pressed", "false");
    }
    button.setAttribute("aria-pressed", String(!shown));
    showGround(shown ? null : ground);
  };
  return el("li", "", button, why);
}
function groundList(grounds, beside) {
  if (!grounds.length) return null;
  const title = beside ? "The ground it speaks of; a click shows it on the map" : "The ground it speaks of";
  return el(
    "details",
    "behind grounds",
    el("summary", "", "on the map"),
    el("p", "quiet", title),
    el("ul", "", ...grounds.map((ground) => groundRow(ground, beside)))
  );
}
var verdictOnMap = (verdict) => verdictOf(verdict, true);
var verdictRow = (verdict) => verdictOf(verdict, false);
function verdictOf(verdict, beside) {
  const claims = el(
    "span",
    "spoken",
    ...verdict.claims.map((claim) => {
      const button = el("button", `chip ${claim.side}`, el("span", "mark"), claim.text);
      button.onclick = () => choose(claim.name);
      return button;
    })
  );
  const details = el("details", "behind", el("summary", "", "claims"), claims);
  return el(
    "li",
    `verdict ${verdict.kind}`,
    el("span", "word", verdict.words),
    el(
      "div",
      "body",
      el("div", "reason", verdict.reason),
      verdict.mistake ? el("div", "assumes", `Likely mistake: ${verdict.mistake}`) : null,
      verdict.assumption ? el(
        "div",
        "assumes",
        el("span", "label", verdict.kind === "only_if" ? "Only if " : "Assumes: "),
        verdict.assumption.replace(/^Only if /, "")
      ) : null,
      details,
      groundList(verdict.grounds, beside)
    )
  );
}
function verdictSection(verdicts, counts) {
  if (!verdicts.length) return null;
  const quiet = /* @__PURE__ */ new Set(["consistent", "not_comparable"]);
  const loud = verdicts.filter((verdict) => !quiet.has(verdict.kind));
  const rest = verdicts.filter((verdict) => quiet.has(verdict.kind));
  return el(
    "section",
    "verdicts",
    el("h3", "", "Can they be true together?"),
    el("p", "quiet", counts),
    el("ul", "rows", ...loud.map(verdictOnMap)),
    fold("Can stand together, or not to be compared", rest.map(verdictOnMap), false)
  );
}

// ui/components/js/shared/selection_card.js
function selectionCard(selection) {
  const close = el("button", "close", "Close");
  close.onclick = () => choose(null);
  const facts = el("dl", "facts");
  for (const [label, text] of selection.facts) facts.append(el("dt", "", label), el("dd", "", text));
  const none = selection.entries.length || selection.kind === "front" ? null : el("p", "quiet", "Nothing was known about it by this day.");
  const card = el(
    "section",
    "selection",
    el("header", "", el("h3", "", selection.title), selection.fixed ? null : close),
    selection.story.length ? el("ul", "story", ...selection.story.map((sentence) => el("li", "", sentence))) : null,
    facts,
    el("ul", "rows", ...selection.entries.map((entry) => entryRow(entry, false))),
    none,
    selection.history.length ? fold(
      "The same claimant on the same thing",
      selection.history.map((entry) => entryRow(entry, false)),
      false
    ) : null,
    selection.verdicts.length ? el("ul", "rows", ...selection.verdicts.map(selection.fixed ? verdictRow : verdictOnMap)) : null
  );
  card.setAttribute("aria-label", `Selected: ${selection.title}`);
  return card;
}

// ui/components/js/shared/strip.js
var SVG = "http://www.w3.org/2000/svg";
function svg(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
}
var LETTERS = { ukraine: "U", russia: "R", independent: "I" };
function niceEnd(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10].map((step) => step * power).find((end) => end >= value) ?? 10 * power;
}
function markShape(figure, x, y, scale) {
  if (figure.modality === "range") {
    const end = scale(figure.high ?? figure.value);
    return svg("path", { d: `M${x} ${y - 5}V${y + 5}M${x} ${y}H${end}M${end} ${y - 5}V${y + 5}`, class: "range" });
  }
  if (figure.modality === "at_least") return svg("path", { d: `M${x - 5} ${y - 6}L${x + 6} ${y}L${x - 5} ${y + 6}Z` });
  if (figure.modality === "up_to") return svg("path", { d: `M${x + 5} ${y - 6}L${x - 6} ${y}L${x + 5} ${y + 6}Z` });
  if (figure.modality === "exact") return svg("rect", { x: x - 5, y: y - 5, width: 10, height: 10 });
  return svg("circle", { cx: x, cy: y, r: 5.5 });
}
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
function measuredMark({ front, x, label, line }, axis) {
  const hit = svg("g", { class: "hit measured" });
  const tip = svg("title", {});
  tip.textContent = `${front.text} · ${front.who} · measured, ${front.state}`;
  const text = svg("text", { x, y: axis - 11 - line * 12, class: "label", "text-anchor": "middle" });
  text.textContent = label;
  hit.append(
    tip,
    svg("path", { d: `M${x} ${axis - 8}V${axis + 8}`, class: front.carried ? "front carried" : "front" }),
    text
  );
  hit.addEventListener("click", () => choose(front.name));
  return hit;
}
function figureMark({ figure, x, label, line }, axis, scale) {
  const shape = markShape(figure, x, axis, scale);
  shape.setAttribute("class", `${figure.side}${figure.computed ? " hollow" : ""} ${shape.getAttribute("class") ?? ""}`);
  const text = svg("text", { x, y: axis - 9 - line * 12, class: "label", "text-anchor": "middle" });
  text.textContent = label;
  const hit = svg("g", { class: "hit" });
  const tip = svg("title", {});
  const basis = figure.computed ? "computed" : "stated";
  tip.textContent = `${figure.text} · ${figure.who} · ${figure.kind}, ${basis} · ${figure.sources[0].publisher}`;
  const isRange = figure.modality === "range";
  const letter = svg("text", {
    x: isRange ? x - 6 : x,
    y: axis + 2.8,
    class: `letter ${figure.side}${figure.computed || isRange ? " bare" : ""}`,
    "text-anchor": isRange ? "end" : "middle"
  });
  letter.textContent = LETTERS[figure.side];
  hit.append(tip, shape, letter, text);
  hit.addEventListener("click", () => choose(figure.name));
  return hit;
}
function strip(group) {
  const figures = group.figures.filter((figure) => figure.kind !== "additional" && figure.kind !== "a part only");
  if (figures.length + group.measured.length < 1) return null;
  const width = 400;
  const end = niceEnd(
    1.04 * Math.max(...figures.map((figure) => figure.high ?? figure.value), ...group.measured.map((mark) => mark.value), 1)
  );
  const scale = (value) => 14 + value / end * (width - 28);
  const short = (value) => value >= 1e4 ? `${Math.round(value / 1e3)}k` : value.toLocaleString("en");
  const marks = [
    ...figures.map((figure) => ({
      figure,
      x: scale(figure.value),
      label: short(figure.value) + (figure.high ? `–${short(figure.high)}` : ""),
      line: 0
    })),
    ...group.measured.map((front) => ({
      front,
      x: scale(front.value),
      label: short(Math.round(front.value)),
      line: 0
    }))
  ].sort((a, b) => a.x - b.x);
  const lines = labelLines(marks);
  const axis = 10 + lines * 12;
  const height = axis + 24;
  const image = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", class: "strip" });
  const title = svg("title", {});
  title.textContent = `${group.title}: ${figures.map((f) => `${f.text}, ${f.who}${f.computed ? ", computed" : ""}`).concat(group.measured.map((m) => `measured on a mapper's front: ${m.text} (${m.who}, ${m.state})`)).join("; ")}`;
  image.append(title, svg("line", { x1: 14, x2: width - 14, y1: axis, y2: axis, class: "axis" }));
  const ticks = [
    [0, "start"],
    [end, "end"]
  ];
  for (const [value, anchor] of ticks) {
    const text = svg("text", { x: value ? width - 8 : 8, y: axis + 19, class: "tick", "text-anchor": anchor });
    text.textContent = short(value) + (value && group.unit ? ` ${group.unit}` : "");
    image.append(text);
  }
  for (const { front, ...mark } of marks) if (front) image.append(measuredMark({ ...mark, front }, axis));
  for (const { figure, ...mark } of marks) if (figure) image.append(figureMark({ ...mark, figure }, axis, scale));
  return image;
}

// ui/components/js/panel.js
var FEW_LATER = 3;
function groupSection(group) {
  const rows = el("ul", "rows", ...group.figures.map(figureRow));
  const fronts = el("ul", "rows fronts", ...group.measured.map(measuredRow));
  return el(
    "section",
    "group",
    el("h3", "", group.title, group.unit ? el("span", "unit", ` ${group.unit}`) : ""),
    strip(group),
    rows,
    group.measured.length ? fronts : null
  );
}
function measuredRow(mark) {
  const value = el("button", "value", mark.text);
  value.onclick = () => choose(mark.name);
  return el(
    "li",
    "row front",
    el("span", "bar", "┃"),
    el("div", "body", el("div", "first", value, el("span", "who", `${mark.who}, ${mark.state}`)))
  );
}
function key() {
  const sides = [
    ["ukraine", "Ukraine's side"],
    ["russia", "Russia's side"],
    ["independent", "independent"]
  ];
  return el(
    "p",
    "key",
    ...sides.map(([side, text]) => el("span", `row ${side}`, el("span", "mark"), text)),
    "■ exact · ● about · ▸ at least · ◂ up to · ├┤ range · hollow: computed, not stated · ┃ measured on a mapper's front"
  );
}
function jump(counts) {
  const button = el("button", "jump", `True together? ${counts}`);
  button.onclick = () => (
    /** @type {ShadowRoot | Document} */
    button.getRootNode().querySelector(".verdicts")?.scrollIntoView({ block: "start", behavior: "smooth" })
  );
  return button;
}
function clocks(later) {
  if (!later) return null;
  const rows = later.entries.map((entry) => entryRow(entry, true));
  if (!rows.length) return el("p", "quiet", later.drawn.join(" ") || later.words);
  const list = el("details", "fold", el("summary", "", `As known today: ${later.words}`), el("ul", "rows", ...rows));
  list.open = rows.length <= FEW_LATER;
  return el(
    "section",
    "clocks",
    list,
    ...later.drawn.map((words) => el("p", "quiet", words)),
    el("p", "quiet", "What only today’s knowledge shows is outlined on the map with dots.")
  );
}
function draw(data) {
  const quiet = !data.groups.length && !data.carried.length;
  return el(
    "div",
    "panel",
    data.selection ? selectionCard(data.selection) : null,
    el(
      "header",
      data.today ? "day" : "day past",
      el("h2", "", `${data.day} · ${data.number}`),
      el("span", "known", data.known)
    ),
    el("p", "sentence", data.sentence),
    clocks(data.later),
    data.verdictCounts ? jump(data.verdictCounts) : null,
    data.hidden ? hiddenNote(data.hidden) : null,
    data.groups.length ? key() : null,
    ...data.groups.map(groupSection),
    verdictSection(data.verdicts, data.verdictCounts),
    quiet ? null : fold("Evacuation, about this day", data.orders.map(orderRow), true),
    fold("Said without a number", data.statements.map(statementRow), false),
    fold("Carried forward from earlier days", data.carried.map(figureRow), !data.groups.length),
    fold(
      "Became known on this day",
      data.news.map((entry) => entryRow(entry, true)),
      false
    )
  );
}
var drawn = /* @__PURE__ */ new WeakMap();
function panel_default(component) {
  const { data, parentElement } = component;
  const text = JSON.stringify(data);
  if (drawn.get(parentElement) === text) return;
  drawn.set(parentElement, text);
  const root = rootOf(parentElement);
  root.replaceChildren(draw(data));
  showGround(null);
  if (data.selection) root.scrollTop = 0;
}
export {
  panel_default as default
};

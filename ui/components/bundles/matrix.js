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
function sourceLink(source) {
  if (!/^https?:\/\//i.test(source.url)) return el("span", "", source.publisher);
  const link = el("a", "", source.publisher);
  link.href = source.url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.title = [source.title, `published ${source.day}`].filter(Boolean).join(" · ");
  return link;
}

// ui/components/js/shared/reports.js
function citedRow(cited) {
  const days = cited.about === cited.known ? `about and known ${cited.about}` : `about ${cited.about}, known ${cited.known}`;
  return el(
    "li",
    `row ${cited.side}`,
    el("span", "mark"),
    el(
      "div",
      "body",
      el(
        "div",
        "first",
        el("span", "value", cited.said),
        el("span", "who", cited.who),
        cited.doubt ? el("span", "badge doubt", cited.doubt) : null,
        cited.dayNote ? el("span", "badge doubt", cited.dayNote) : null
      ),
      el("div", "details", days, " · ", sourceLink(cited.source))
    )
  );
}

// ui/components/js/matrix.js
function mapLink(name, text) {
  const here = new URLSearchParams(window.location.search);
  const kept = new URLSearchParams();
  for (const clock of ["on", "known"]) {
    const value = here.get(clock);
    if (value !== null) kept.set(clock, value);
  }
  kept.set("sel", name);
  const link = el("a", "", text);
  link.href = `./?${kept}`;
  link.target = "_self";
  link.title = "show on the map";
  return link;
}
var percent = (day, days) => `${100 * day / days}%`;
function run(span, step, { days, ages }) {
  const [from, to, age] = step;
  const isLast = step === span.steps.at(-1);
  const node = el("span", `run ${span.status} ${age}${span.open && isLast ? " open" : ""}`);
  node.style.left = percent(from, days);
  node.style.width = percent(to - from + 1, days);
  node.title = `${span.words} (${ages[age]}). Published by ${span.cited.source.publisher}, ${span.cited.known}`;
  return node;
}
function rule(data) {
  const node = el("i", "rule");
  node.style.left = percent(data.on + 0.5, data.days);
  return node;
}
function lane(data, one) {
  const line = el(
    "div",
    "lane",
    ...one.spans.flatMap((span) => span.steps.map((step) => run(span, step, data))),
    rule(data)
  );
  line.setAttribute("role", "img");
  line.setAttribute("aria-label", one.spans.map((span) => span.words).join("; "));
  const sources = el(
    "details",
    "behind",
    el("summary", "", String(one.spans.length)),
    el("ul", "rows", ...one.spans.map((span) => citedRow({ ...span.cited, said: span.words })))
  );
  sources.querySelector("summary")?.setAttribute("aria-label", `${one.spans.length} sources of ${one.who}`);
  return el(
    "tr",
    `lane-row ${one.side}`,
    el("td", "who-cell", el("span", "mark"), el("span", "", one.who)),
    el("td", "time", line),
    el("td", "now", one.now || "not yet", one.doubt ? el("span", "badge doubt", one.doubt) : null),
    el("td", "src", sources)
  );
}
function group(data, place) {
  const flags = [
    place.disputed ? el("span", "flag", "⚡ disputed on this day") : null,
    !place.disputed && place.disputedDays ? el("span", "flag past-flag", `disputed for ${place.disputedDays}`) : null,
    place.disputed && place.disputedDays ? el("span", "badge", `for ${place.disputedDays} so far`) : null,
    place.onMap ? null : el("span", "flag off-map", "not on the map")
  ];
  const name = place.onMap ? mapLink(`settlement:${place.id}`, place.name) : el("span", "", place.name);
  const head = el(
    "th",
    "",
    el(
      "div",
      "head",
      el("span", "place-name", name, " ", el("span", "others", place.others)),
      el("span", "where", place.where),
      ...flags,
      el("span", "status", place.status),
      place.first.length ? el("span", "first-by", `first published: ${place.first.join("; ")}`) : null
    )
  );
  head.colSpan = 4;
  head.scope = "rowgroup";
  return el(
    "tbody",
    place.disputed ? "disputed" : "",
    el("tr", "head-row", head),
    ...place.lanes.map((one) => lane(data, one))
  );
}
function axis(data) {
  const line = el("div", "lane axis", rule(data));
  data.months.forEach(([day, words]) => {
    const tick = el("span", "tick", words);
    tick.style.left = percent(day, data.days);
    line.append(tick);
  });
  const heads = [
    ["Claimant", "who-cell"],
    [line, "time"],
    [`On ${data.onWords}`, "now"],
    ["Sources", "src"]
  ];
  return el(
    "thead",
    "",
    el(
      "tr",
      "",
      ...heads.map(([held, name]) => {
        const th = el("th", name, held);
        th.scope = "col";
        return th;
      })
    )
  );
}
function key(data) {
  const item = (look, words) => el("span", "item", el("span", `${look} sample`), words);
  const statuses = Object.entries(data.words).map(([status, words]) => item(`run ${status}`, words));
  const ages = Object.entries(data.ages).map(([age, words]) => item(`run claimed ${age}`, words));
  return el("p", "key", ...statuses, ...ages, item("rule", data.onWords));
}
function matrix_default(component) {
  const { data, parentElement } = component;
  const root = rootOf(parentElement);
  if (!data.places.length) {
    root.replaceChildren(el("p", "quiet", data.empty));
    return;
  }
  const table = el(
    "table",
    "",
    el("caption", "sr", "Who says what of which place, from day to day"),
    axis(data),
    ...data.places.map((place) => group(data, place))
  );
  root.replaceChildren(key(data), table);
}
export {
  matrix_default as default
};

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

// ui/components/js/sheet.js
function sideColumn(side) {
  const quiet = el("p", "quiet", side.hidden ? `${side.hidden} hidden by the filters.` : "Nothing about this day.");
  return el(
    "section",
    `side ${side.side}`,
    el("h3", "", el("span", "mark"), side.title),
    side.figures.length ? el("ul", "rows", ...side.figures.map((figure) => figureRow({ ...figure, label: figure.metric }))) : quiet
  );
}
function part(title, node) {
  return node ? el("section", "part", el("h2", "", title), node) : null;
}
function sheet(data) {
  const list = (rows) => rows.length ? el("ul", "rows", ...rows) : null;
  const loud = data.verdicts.filter((verdict) => !["consistent", "not_comparable"].includes(verdict.kind));
  const rest = data.verdicts.filter((verdict) => ["consistent", "not_comparable"].includes(verdict.kind));
  return el(
    "article",
    "sheet",
    el(
      "header",
      data.today ? "" : "past",
      el("h2", "day", `${data.day} · ${data.number}`),
      el("p", "known", data.known)
    ),
    el("p", "lead", data.sentence),
    part("What each side claims", el("div", "sides", ...data.sides.map(sideColumn))),
    part(
      "What can't be true together, or only if",
      list(loud.map(verdictRow)) ?? el("p", "quiet", "Nothing of this day contradicts anything else.")
    ),
    part("What can stand together, or is not to be compared", list(rest.map(verdictRow))),
    part("Evacuation", list(data.orders.map(orderRow))),
    part("Said without a number", list(data.statements.map(statementRow))),
    part("New on this day", list(data.news.map((entry) => entryRow(entry, false)))),
    part("Still standing from earlier days", list(data.carried.map(figureRow)))
  );
}
function sheet_default(component) {
  const { data, parentElement } = component;
  rootOf(parentElement).replaceChildren(sheet(data));
}
export {
  sheet_default as default
};

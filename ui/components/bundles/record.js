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

// ui/components/js/record.js
function record_default(component) {
  const { data, parentElement } = component;
  rootOf(parentElement).replaceChildren(selectionCard({ ...data, fixed: true }));
}
export {
  record_default as default
};

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
function fold(title, rows, open) {
  if (!rows.length) return null;
  const details = el("details", "fold", el("summary", "", `${title} (${rows.length})`), el("ul", "rows", ...rows));
  details.open = open;
  return details;
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
function citedFold(title, list) {
  return fold(title, list.map(citedRow), false);
}
function answersSection(answers, heading) {
  if (!answers.length) return null;
  return el(
    "section",
    "part",
    el("h2", "", heading),
    el(
      "dl",
      "answers",
      ...answers.flatMap((one) => [
        el("dt", "", one.question),
        el(
          "dd",
          "",
          el(
            "p",
            "",
            one.text,
            one.computed ? " " : null,
            one.computed ? el("span", "badge computed", "computed") : null
          ),
          citedFold("Sources", one.cited)
        )
      ])
    )
  );
}
function shareBar(share, words, className) {
  const fill = el("i", `fill ${className || ""}`);
  fill.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return el("span", "share", el("span", "track", fill), el("span", "share-words", words));
}
function nameList(names) {
  if (names.length <= 12) return el("span", "", names.join(", ") || "none");
  const more = el("details", "behind inline", el("summary", "", `${names.length} names`), names.join(", "));
  return more;
}

// ui/components/js/places.js
function countCard(count) {
  const named = count.claimed.length + count.entered.length;
  const words = `${count.claimed.length} named as held, ${count.entered.length} more as entered or shown, ${count.unnamed ? `at least ${count.unnamed} not named` : "so all of them may be named"}`;
  const rows = count.within.filter((one) => one.inside.length || one.edge.length).map(
    (one) => el(
      "tr",
      "",
      el("th", "", one.label),
      el("td", "n", String(one.inside.length)),
      el("td", "", nameList(one.inside)),
      el("td", "n", String(one.edge.length)),
      el("td", "", nameList(one.edge))
    )
  );
  const table = rows.length ? el(
    "div",
    "scroll",
    el(
      "table",
      "plain",
      el(
        "thead",
        "",
        el(
          "tr",
          "",
          ...["Claimed ground or front", "Inside", "", "On its edge", ""].map((name) => el("th", "", name))
        )
      ),
      el("tbody", "", ...rows)
    )
  ) : null;
  return el(
    "article",
    "card",
    el("ul", "rows", citedRow({ ...count.cited, said: `${count.cited.said}${count.age ? `, ${count.age} old` : ""}` })),
    shareBar(named / Math.max(1, count.value), words),
    el(
      "p",
      "quiet",
      `By the counting claimant itself ${count.bySelf} are named, by its side ${count.bySide}.`,
      count.offMap.length ? ` Without established coordinates, so not on the map: ${count.offMap.join(", ")}.` : ""
    ),
    el(
      "details",
      "fold",
      el("summary", "", "Which are named, and where they lie"),
      el("p", "details", el("b", "", "Held: "), nameList(count.claimed)),
      el("p", "details", el("b", "", "Entered or shown: "), nameList(count.entered)),
      table
    )
  );
}
function places_default(component) {
  const { data, parentElement } = component;
  const counts = data.counts.length ? el("section", "part", el("h2", "", "Counted and named"), ...data.counts.map(countCard)) : null;
  rootOf(parentElement).replaceChildren(
    el(
      "div",
      "report",
      el("p", "lead", data.summary),
      ...[answersSection(data.answers, data.heading), counts].filter(Boolean)
    )
  );
}
export {
  places_default as default
};

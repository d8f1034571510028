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

// ui/components/js/evacuation.js
function orderItem(order) {
  const until = order.until ? ` to ${order.until}` : "";
  const places = order.settlements ? `, ${order.settlements} settlements` : "";
  return citedRow({ ...order, said: `${order.said}, from ${order.from}${until}${places}` });
}
function zoneCard(zone) {
  const state = el("span", `state ${zone.state}`, el("i", ""), zone.words || "no word");
  const overlaps = zone.overlaps.map(
    (one) => el(
      "tr",
      "",
      el("th", "", one.label),
      el("td", "", shareBar(one.share, one.share > 0 ? `${one.words} of the zone` : one.words))
    )
  );
  return el(
    "article",
    "card zone",
    el(
      "header",
      "",
      el("h3", "", zone.name),
      state,
      zone.conflicting ? el("span", "badge doubt", "sources contradict") : null
    ),
    el(
      "p",
      "quiet",
      [
        zone.others,
        zone.oblast,
        zone.areaKm2 ? `${Math.round(zone.areaKm2).toLocaleString("en-GB")} km², extent ${zone.extent}` : "no known extent: not on the map"
      ].filter(Boolean).join(" · ")
    ),
    el("ul", "rows", ...zone.orders.slice(0, 2).map(orderItem)),
    zone.orders.length > 2 ? fold("Other words in force", zone.orders.slice(2).map(orderItem), false) : null,
    el(
      "p",
      "",
      el("b", "", "Order and advance: "),
      zone.lead,
      zone.leadPlace ? `${zone.leadDays === null ? "; first claim inside" : ""}: ${zone.leadPlace}` : "",
      zone.nearest ? `; ${zone.nearest}` : "",
      "."
    ),
    citedFold("The order and the first claim inside", zone.leadCited),
    overlaps.length ? el(
      "details",
      "fold",
      el("summary", "", `Overlap with claimed ground and fronts (${overlaps.length})`),
      el("div", "scroll", el("table", "plain", el("tbody", "", ...overlaps)))
    ) : null,
    citedFold(
      "People of this zone, by source",
      zone.people.flatMap((scope) => scope.scales.flatMap((scale) => scale.figures))
    )
  );
}
function scaleRows(scale) {
  const head = el("th", "scale", scale.title);
  head.colSpan = 5;
  head.scope = "rowgroup";
  return el("tbody", "", el("tr", "", head), ...scale.figures.map(figureRow));
}
function figureRow(figure) {
  return el(
    "tr",
    figure.side,
    el("th", "", figure.said),
    el("td", "bar", shareBar(figure.bar, "", figure.side)),
    el(
      "td",
      "",
      el("span", "mark"),
      figure.who,
      figure.age ? el("span", "badge age", `${figure.age} old`) : null,
      figure.doubt ? el("span", "badge doubt", figure.doubt) : null,
      figure.dayNote ? el("span", "badge doubt", figure.dayNote) : null
    ),
    el("td", "about", figure.about, figure.repeats ? ` · +${figure.repeats} repeats` : ""),
    el("td", "", sourceLink(figure.source))
  );
}
function peopleCard(scope) {
  const shares = scope.shares.map(
    (share) => el(
      "li",
      "",
      shareBar(share.share, share.text),
      share.above ? el("span", "badge doubt", "more moved than planned") : null,
      citedFold("Computed from", share.cited)
    )
  );
  const rates = scope.rates.map(
    (rate) => el(
      "li",
      "",
      rate.text,
      rate.bounds ? el("span", "badge computed", "of bounds") : null,
      citedFold("Computed from", rate.cited)
    )
  );
  const conflicts = scope.conflicts.map(
    (one) => el("li", "", el("span", "badge doubt", `sources ${one.apart}`), citedFold("The two", one.cited))
  );
  const list = (title, items) => items.length ? el("div", "", el("h4", "", title), el("ul", "plain-list", ...items)) : null;
  return el(
    "article",
    "card people",
    el("h3", "", scope.title, scope.zone ? el("span", "quiet", ` · ${scope.zone}`) : null),
    el(
      "div",
      "scroll",
      el(
        "table",
        "plain figures",
        el(
          "thead",
          "",
          el("tr", "", ...["Figure", "", "Who", "About", "Published by"].map((name) => el("th", "", name)))
        ),
        ...scope.scales.map(scaleRows)
      )
    ),
    list("Share of the plan", shares),
    list("Said to be still to move", scope.left.map(citedRow)),
    list("Rate", rates),
    list("Sources apart", conflicts)
  );
}
function casualtySection(found) {
  if (!found.figures.length) return null;
  const rows = found.figures.map(
    (figure) => el(
      "li",
      "",
      el(
        "ul",
        "rows",
        citedRow({
          ...figure,
          said: `${figure.said}${figure.place ? `, ${figure.place}` : ""}${figure.age ? `, ${figure.age} old` : ""}`
        })
      ),
      figure.children.length ? el(
        "ul",
        "rows inner",
        ...figure.children.map((child) => citedRow({ ...child, said: `of whom ${child.said}` }))
      ) : null,
      figure.childrenAbove ? el("span", "badge doubt", "more children than in all") : null
    )
  );
  const falls = found.falls.map(
    (fall) => el("li", "", el("span", "badge doubt", fall.text), citedFold("The two", fall.cited))
  );
  return el(
    "section",
    "part",
    el("h2", "", "Casualties among civilians"),
    el("p", "quiet", "Figures by source, never a heat map. A total that falls is told, not corrected."),
    el("ul", "plain-list", ...rows),
    falls.length ? el("ul", "plain-list", ...falls) : null
  );
}
function evacuation_default(component) {
  const { data, parentElement } = component;
  const silent = data.silent.length ? el("p", "quiet", `No word in force about: ${data.silent.join(", ")}.`) : null;
  const zones = el(
    "section",
    "part",
    el("h2", "", `Zones on ${data.day} (${data.zones.length})`),
    el("div", "zones", ...data.zones.map(zoneCard)),
    silent
  );
  const people = data.people.length ? el("section", "part", el("h2", "", "People, by place and source"), ...data.people.map(peopleCard)) : null;
  rootOf(parentElement).replaceChildren(
    el(
      "div",
      "report",
      ...[answersSection(data.answers, data.heading), zones, people, casualtySection(data.casualties)].filter(Boolean)
    )
  );
}
export {
  evacuation_default as default
};

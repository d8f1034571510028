// Made by `npm run build` from the modules named below; not to be edited.
"use strict";
(() => {
  // geo/webmap/js/core/dom.js
  function byId(id, type) {
    const found = document.getElementById(id);
    if (found === null || type && !(found instanceof type)) {
      throw new TypeError(`the page has no ${type?.name ?? "element"} #${id}`);
    }
    return (
      /** @type {T} */
      found
    );
  }
  var el = (tag, attributes = {}, ...children) => filled(document.createElement(tag), attributes, children);
  function filled(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === void 0 || value === false) continue;
      if (name.startsWith("on") || name === "style") throw new Error(`attribute ${name} is not allowed`);
      node.setAttribute(name, value === true ? "" : String(value));
    }
    for (const child of children.flat()) {
      if (child === null || child === void 0 || child === "") continue;
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return node;
  }
  function webAddress(url) {
    try {
      const parsed = new URL(String(url));
      return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : null;
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  }

  // geo/export/js/about.js
  var about = JSON.parse(byId("salient-about").textContent ?? "");
  document.body.classList.add("published");
  var claimed = el("span", { class: "claimed" }, "Claimed, not control");
  var version = el("span", { class: "version", title: about.version }, `version ${about.version.slice(0, 12)}`);
  var who = el("span", { class: "who" }, "Salient");
  var section = (title, ...children) => el("section", {}, el("h2", {}, title), ...children);
  var list = (items, className) => el("ul", { class: className }, ...items.map((item) => el("li", {}, item)));
  function source(one) {
    const url = webAddress(one.url);
    const title = one.title ? `${one.publisher}: ${one.title}` : one.publisher;
    const link = url ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, title) : title;
    return el("li", {}, link, `, ${one.published}`);
  }
  function body() {
    const method = about.method.map(([heading, paragraphs]) => [
      el("h3", {}, heading),
      ...paragraphs.map((text) => el("p", {}, text))
    ]);
    const sources = el("ul", {}, ...about.sources.map(source));
    const left = about.leftOut.length ? [el("h3", {}, "Left out of this page"), list(about.leftOut, "left-out")] : [];
    const node = el(
      "div",
      { id: "about-body", tabindex: 0, role: "group", "aria-label": "Method, sources and licences" },
      section(
        about.title,
        el("p", {}, about.summary),
        el("p", {}, about.clocks),
        el("p", {}, `Case ${about.case}, version ${about.version}`)
      ),
      section("How this is made", ...method.flat()),
      section("Licences and credits", list(about.licences), ...left),
      section(`Sources (${about.sources.length})`, sources)
    );
    return node;
  }
  function showSlim() {
    const full = el(
      "a",
      { class: "full", href: about.full, target: "_blank", rel: "noopener" },
      "Full map, method and sources"
    );
    document.body.append(
      el("aside", { id: "about", class: "slim", "aria-label": "About this map" }, claimed, who, version, full)
    );
  }
  function showWhole() {
    const details = el("details", { id: "about" }, el("summary", {}, claimed, who, version));
    details.addEventListener("toggle", () => {
      if (details.open && !document.getElementById("about-body")) details.append(body());
    });
    document.body.append(details);
  }
  if (about.slim) showSlim();
  else showWhole();
})();

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
function hiddenNote({ words, reset }) {
  const button = el("button", "show-hidden", "Show what is hidden");
  button.onclick = () => window.dispatchEvent(new CustomEvent("salient:set", { detail: reset }));
  return el("p", "hidden-note", words, " ", button);
}

// ui/components/js/table.js
function cell(value, column) {
  if (column === "Link" && typeof value === "string" && /^https?:\/\//i.test(value)) {
    const link = el("a", "", "open");
    link.href = value;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return el("td", "", link);
  }
  return el("td", typeof value === "number" ? "number" : "", String(value));
}
function fill(body, data, rows) {
  body.replaceChildren(...rows.map((row) => el("tr", "", ...row.map((value, at) => cell(value, data.columns[at])))));
}
function head(data, body) {
  const row = el("tr", "");
  data.columns.forEach((column, at) => {
    const button = el("button", "", column);
    const th = el("th", "", button);
    th.scope = "col";
    button.onclick = () => {
      const down = th.getAttribute("aria-sort") === "ascending";
      for (const other of row.children) other.removeAttribute("aria-sort");
      th.setAttribute("aria-sort", down ? "descending" : "ascending");
      const order = (a, b) => typeof a[at] === "number" ? Number(a[at]) - Number(b[at]) : String(a[at]).localeCompare(String(b[at]), "en", { numeric: true });
      fill(
        body,
        data,
        [...data.rows].sort((a, b) => down ? order(b, a) : order(a, b))
      );
    };
    row.append(th);
  });
  return el("thead", "", row);
}
function table_default(component) {
  const { data, parentElement } = component;
  const body = el("tbody", "");
  fill(body, data, data.rows);
  const table = el("table", "", el("caption", "sr", data.caption), head(data, body), body);
  const note = data.hidden ? hiddenNote(data.hidden) : el("p", "quiet", data.empty);
  rootOf(parentElement).replaceChildren(...data.rows.length ? [table] : [note]);
}
export {
  table_default as default
};

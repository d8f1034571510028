// Made by `npm run build` from the modules named below; not to be edited.

// ui/components/js/header.js
function pinned(pin) {
  const url = new URL(window.location.href);
  const parts = new URLSearchParams({ ...pin, ...Object.fromEntries(url.searchParams) });
  for (const name of ["hide", "hidefront"]) {
    parts.delete(name);
    for (const value of url.searchParams.getAll(name)) parts.append(name, value);
  }
  url.search = parts.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
  return url.href;
}
function header_default(component) {
  const { data, parentElement } = component;
  const get = (name) => {
    const found = parentElement.querySelector(`.${name}`);
    if (!(found instanceof HTMLElement)) throw new TypeError(`the head has no element of class ${name}`);
    return found;
  };
  get("title").textContent = data.title;
  get("note").textContent = data.note;
  get("known").textContent = data.known;
  get("head").classList.toggle("past", !data.today);
  const share = get("share");
  share.onclick = async () => {
    try {
      await navigator.clipboard.writeText(pinned(data.pin));
      share.textContent = "Link copied";
    } catch {
      share.textContent = "Not allowed here: copy the address itself";
    }
    window.setTimeout(() => {
      share.textContent = "Copy link to this view";
    }, 2e3);
  };
}
export {
  header_default as default
};

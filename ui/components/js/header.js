/** The page's head: title, the word "claimed", the day of knowledge, and a link to this very view. */
/** @import { Component, HeadData } from "./types" */

/**
 * The address of this view with the case and its version, so that whoever opens it learns whether the data has changed.
 * @param {Record<string, string>} pin
 */
function pinned(pin) {
  const url = new URL(window.location.href);
  const parts = new URLSearchParams({ ...pin, ...Object.fromEntries(url.searchParams) });
  for (const name of ['hide', 'hidefront']) {
    parts.delete(name);
    for (const value of url.searchParams.getAll(name)) parts.append(name, value);
  }
  url.search = parts.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return url.href;
}

/** Fill the head and wire the copy button. @param {Component<HeadData>} component */
export default function (component) {
  const { data, parentElement } = component;
  /** @param {string} name @returns {HTMLElement} */
  const get = (name) => {
    const found = parentElement.querySelector(`.${name}`);
    if (!(found instanceof HTMLElement)) throw new TypeError(`the head has no element of class ${name}`);
    return found;
  };
  get('title').textContent = data.title;
  get('note').textContent = data.note;
  get('known').textContent = data.known;
  get('head').classList.toggle('past', !data.today);
  const share = get('share');
  share.onclick = async () => {
    try {
      await navigator.clipboard.writeText(pinned(data.pin));
      share.textContent = 'Link copied';
    } catch {
      share.textContent = 'Not allowed here: copy the address itself';
    }
    window.setTimeout(() => {
      share.textContent = 'Copy link to this view';
    }, 2000);
  };
}

/** Colours of the theme for what is drawn on canvases, and word of its change. */

const root = document.documentElement;
/** @type {(() => void)[]} */
const listeners = [];
/** @type {Record<string, string>} */
let colours = {};

/** A colour of the theme. @param {string} name of the custom property, as `--ink` */
export const themeColour = (name) => {
  if (!colours[name]) colours[name] = getComputedStyle(root).getPropertyValue(name).trim();
  return colours[name];
};

/** Call a function after the theme has changed. @param {() => void} listener */
export const onTheme = (listener) => listeners.push(listener);

new MutationObserver(() => {
  colours = {};
  for (const listener of listeners) listener();
}).observe(root, { attributes: true, attributeFilter: ['data-theme'] });

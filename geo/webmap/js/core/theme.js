/** Colours of the theme for what is drawn on canvases, and word of its change. */
((S) => {
  'use strict';

  const root = document.documentElement;
  const listeners = [];
  let colours = {};

  /** A colour of the theme. @param {string} name of the custom property, as `--ink` */
  S.colour = (name) => {
    if (!colours[name]) colours[name] = getComputedStyle(root).getPropertyValue(name).trim();
    return colours[name];
  };

  /** Call a function after the theme has changed. @param {function} listener */
  S.onTheme = (listener) => listeners.push(listener);

  new MutationObserver(() => {
    colours = {};
    for (const listener of listeners) listener();
  }).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
})(Salient);

/** A part between map and time bar that folds: on a phone it opens folded, as the map needs the height more. */
import { byId } from '../core/dom.js';
import { roomChanged } from './opening.js';

/**
 * Make a part fold by its own button; its elements are `name`, `name-toggle` and `name-body`.
 * @param {string} name
 */
export function drawer(name) {
  const panel = byId(name);
  const toggle = byId(`${name}-toggle`);
  const body = byId(`${name}-body`);

  /** @param {boolean} open */
  function unfold(open) {
    body.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
  }

  toggle.addEventListener('click', () => {
    unfold(body.hidden);
    roomChanged();
  });
  unfold(!window.matchMedia('(max-width: 760px)').matches);
  return {
    /** Show the part, or take it away. @param {boolean} on */
    show(on) {
      if (panel.hidden === !on) return;
      panel.hidden = !on;
      roomChanged();
    },
  };
}

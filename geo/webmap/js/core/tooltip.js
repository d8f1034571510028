/** One tooltip for all features, beside the pointer or the focused feature. */
/** @import { Description } from '../types' */
import { byId, el, fill } from './dom.js';

const tip = byId('tooltip');
const stage = byId('stage');

/** @param {number} x @param {number} y */
function place(x, y) {
  const box = stage.getBoundingClientRect();
  const [w, h] = [tip.offsetWidth, tip.offsetHeight];
  const left = x + 16 + w > box.right ? x - 16 - w : x + 16;
  const top = y + 16 + h > box.bottom ? y - 12 - h : y + 16;
  tip.style.left = `${Math.max(4, left - box.left)}px`;
  tip.style.top = `${Math.max(4, top - box.top)}px`;
}

/** @param {Element} node @returns {[number, number]} */
const middle = (node) => {
  const box = node.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
};

export const tooltip = {
  /** Show a description at an event or a node. @param {Description} what @param {MouseEvent | Element} where */
  show(what, where) {
    if (where instanceof PointerEvent && where.pointerType === 'touch') return;
    fill(
      tip,
      el('strong', {}, what.title),
      what.sub ? el('span', { class: 'tip-sub' }, what.sub) : null,
      ...what.lines.filter(Boolean).map((line) => el('span', {}, line)),
    );
    tip.hidden = false;
    if (where instanceof Element) place(...middle(where));
    else place(where.clientX, where.clientY);
  },
  /** Follow the pointer. @param {MouseEvent} event */
  move: (event) => place(event.clientX, event.clientY),
  /** Hide it. */
  hide() {
    tip.hidden = true;
  },
  /** The description as one sentence, for screen readers. @param {Description} what */
  words: (what) => [what.title, what.sub, ...what.lines].filter(Boolean).join('. '),
};

/** What every drawn feature can do: be shown, marked, pointed at, focused and selected. */
/** @import { Description } from '../types' */
import { selectThing } from '../core/state.js';
import { tooltip } from '../core/tooltip.js';

/** The node of a feature that is on the map. @param {L.Path | L.Marker} layer @returns {HTMLElement} */
export function elementOf(layer) {
  const node = layer.getElement();
  if (!node) throw new TypeError('a feature that is not on the map has no element');
  return /** @type {HTMLElement} */ (node);
}

/** Put a node at a point of its layer, on the plane: a third dimension would make each a layer of the compositor's. @param {HTMLElement} node @param {L.Point} point */
export function moveTo(node, { x, y }) {
  node.style.transform = `translate(${x}px, ${y}px)`;
}

/** A marker that is put on the plane, as many of them are. */
export class PlaneMarker extends L.Marker {
  /** @param {L.Point} point */
  _setPos(point) {
    super._setPos(point);
    moveTo(this._icon, point);
  }
}

/** Show or hide a path, and mark it. @param {L.Path} layer @param {boolean} on @param {Record<string, boolean>} flags */
export function showPath(layer, on, flags) {
  const node = layer.getElement();
  if (!node) return;
  node.classList.toggle('off', !on);
  for (const [flag, value] of Object.entries(flags)) node.classList.toggle(flag, on && value);
}

/** Put a data attribute on a path. @param {L.Path} layer @param {string} name @param {string} value */
export function markPath(layer, name, value) {
  const node = elementOf(layer);
  if (node.getAttribute(`data-${name}`) !== value) node.setAttribute(`data-${name}`, value);
}

/**
 * Make a feature answer to pointer and keyboard.
 * @param {L.Path | L.Marker} layer @param {string} name "type:id" @param {() => Description} describe
 * @param {string} label what a screen reader calls it; empty where the keyboard does not stop
 */
export function listen(layer, name, describe, label) {
  layer.on('mouseover', (event) => tooltip.show(describe(), event.originalEvent));
  layer.on('mousemove', (event) => tooltip.move(event.originalEvent));
  layer.on('mouseout', () => tooltip.hide());
  layer.on('click', (event) => {
    L.DomEvent.stop(event.originalEvent);
    selectThing(name);
  });
  const node = layer.getElement();
  if (label && node) listenToKeys(/** @type {HTMLElement} */ (node), name, describe, label);
}

/** @param {HTMLElement} node @param {string} name @param {() => Description} describe @param {string} label */
function listenToKeys(node, name, describe, label) {
  node.setAttribute('aria-label', label);
  node.setAttribute('tabindex', '0');
  node.setAttribute('role', 'button');
  node.addEventListener('focus', () => {
    if (!node.matches(':focus-visible')) return;
    node.setAttribute('aria-label', tooltip.words(describe()));
    tooltip.show(describe(), node);
  });
  node.addEventListener('blur', () => tooltip.hide());
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    selectThing(name);
  });
}

/** Layers, sides and claimants to show; zoom buttons; the title. */
/** @import { Side } from '../payload' */
/** @import { Child, ListField } from '../types' */
import { byId, el } from '../core/dom.js';
import { look } from '../core/look.js';
import { isHosted, map, payload, store, tracks } from '../core/page.js';
import { claimants, onPaint, update } from '../core/state.js';
import { LAYER_WORDS, SIDE_WORDS } from '../core/words.js';
import { chip } from '../layers/chips.js';
import { frontsShown, isKnown } from '../layers/fronts.js';
import { frontKey } from '../layers/fronts_style.js';

const SEARCH_FROM = 12;
const panel = byId('layers-panel');
const button = byId('layers-button');

/**
 * A labelled checkbox bound to a set in the state.
 * @param {Child[]} label @param {ListField} field @param {string} value
 * @param {boolean} wants whether the box is ticked for what is in the set
 */
function checkbox(label, field, value, wants) {
  const input = el('input', { type: 'checkbox' });
  input.addEventListener('change', () => {
    const set = new Set(store.state[field]);
    if (input.checked === wants) set.add(value);
    else set.delete(value);
    update({ [field]: set });
  });
  onPaint((state) => {
    input.checked = state[field].has(value) === wants;
  });
  return el('label', { class: 'check' }, input, ...label);
}

/** @param {(typeof claimants)[number]} claimant */
function claimantRow({ who, side, n }) {
  const row = checkbox(
    [chip(side), el('span', { class: 'grow' }, who), el('span', { class: 'n' }, n)],
    'hidden',
    who,
    false,
  );
  return { row, text: who.toLowerCase() };
}

/** The claimants, with a search field when they are many, and a way to hide or show all. */
function claimantsField() {
  const rows = claimants.map(claimantRow);
  const list = el('div', { class: 'claimants' }, ...rows.map((r) => r.row));
  const all = el('button', { type: 'button', class: 'link' }, 'all');
  const none = el('button', { type: 'button', class: 'link' }, 'none');
  all.addEventListener('click', () => update({ hidden: new Set() }));
  none.addEventListener('click', () => update({ hidden: new Set(claimants.map((c) => c.who)) }));
  const field = el('fieldset', {}, el('legend', {}, 'Claimants'), el('div', { class: 'links' }, all, none));
  if (rows.length > SEARCH_FROM) {
    const search = el('input', {
      type: 'search',
      'aria-label': 'Find a claimant',
      placeholder: `Find among ${rows.length}`,
    });
    search.addEventListener('input', () => {
      const wanted = search.value.trim().toLowerCase();
      for (const { row, text } of rows) row.hidden = !text.includes(wanted);
    });
    field.append(search);
  }
  field.append(list);
  return field;
}

/** @param {boolean} open */
function toggle(open) {
  panel.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
  if (open) panel.querySelector('input')?.focus();
}

button.addEventListener('click', () => toggle(panel.hidden));
panel.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  toggle(false);
  button.focus();
});
document.addEventListener('pointerdown', (event) => {
  const at = /** @type {Node} */ (event.target);
  if (!panel.hidden && !panel.contains(at) && !button.contains(at)) toggle(false);
});

const layers = Object.entries(LAYER_WORDS)
  .filter(([value]) => value !== 'fronts' || tracks.size > 0)
  .map(([value, label]) => checkbox([el('span', {}, label)], 'layers', value, true));
const fronts = [...tracks.values()].map((track) =>
  checkbox([frontKey(track), el('span', { class: 'grow' }, track.title)], 'hiddenFronts', track.id, false),
);
const bodyChoices = Object.entries(payload.bodyChoices).map(([value, label]) => {
  const input = el('input', { type: 'radio', name: 'bodies', value });
  input.addEventListener('change', () => update({ bodies: value }));
  onPaint((state) => {
    input.checked = state.bodies === value;
  });
  return el('label', { class: 'check' }, input, el('span', {}, label));
});
const sides = Object.entries(SIDE_WORDS).map(([value, label]) =>
  checkbox([chip(/** @type {Side} */ (value)), el('span', {}, label)], 'sides', value, true),
);
panel.append(
  el('fieldset', {}, el('legend', {}, 'Layers'), ...layers),
  el('fieldset', {}, el('legend', {}, 'Bodies of claims'), ...bodyChoices),
  fronts.length ? el('fieldset', {}, el('legend', {}, 'Mappers’ fronts'), ...fronts) : '',
  el('fieldset', {}, el('legend', {}, 'Whose word'), ...sides),
  claimantsField(),
);

onPaint((state) => {
  const off =
    Object.keys(LAYER_WORDS).length -
    state.layers.size +
    (3 - state.sides.size) +
    state.hidden.size +
    state.hiddenFronts.size;
  byId('layers-off').textContent = off === 0 ? '' : ` · ${off} off`;
  button.toggleAttribute('data-off', off > 0);
});

byId('zoom-in').addEventListener('click', () => map.zoomIn());
byId('zoom-out').addEventListener('click', () => map.zoomOut());
byId('skip').addEventListener('click', () => byId('date').focus());
byId('zoom-home').addEventListener('click', () => map.setView(look.home.center, look.home.zoom));

byId('title').textContent = payload.case.title;
const credits = [...payload.attributions, payload.tiles ? payload.tiles.attribution : ''];
onPaint((state, view) => {
  const mappers = frontsShown(state, view)
    .filter(isKnown)
    .map(({ track }) => track.attribution);
  const words = [...new Set([...credits, ...mappers])].filter(Boolean).join(' · ');
  if (byId('attribution').textContent !== words) byId('attribution').textContent = words;
});
document.documentElement.classList.toggle('isHosted', isHosted);

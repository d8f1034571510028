/** Two clocks compared: what became known, was corrected or withdrawn after the day of knowledge, as a list. Standalone only. */
/** @import { Later } from '../types' */
import { indexed } from '../rules/clock.js';
import { laterWords } from '../rules/later.js';
import { byId, el, fill } from '../core/dom.js';
import { advances, isHosted, mediumDate, payload, settlements, store, tracks, zones } from '../core/page.js';
import { onPaint, selectThing, update } from '../core/state.js';
import { counted } from '../core/text.js';
import { ORDER_WORDS, STATUS_WORDS, claimOf, claimTitle } from '../core/words.js';
import { laterOn } from '../data/later.js';
import { drawer } from './drawer.js';
import { goTo } from './go.js';

const panel = byId('later');
const rows = byId('later-rows');
const events = indexed(payload.events);
const orders = indexed(payload.orders);
const fold = drawer('later');
let shown = '';

/** What was said, and by whom. @param {Later} later @returns {[string, string]} */
function wordsOf({ kind, subject, ids }) {
  if (kind === 'claim') return [claimTitle(claimOf(subject)), claimOf(subject).who];
  if (kind === 'front') return [`a drawing of ${tracks.get(subject)?.title}`, ''];
  const [record] = kind === 'settlement' ? [events.get(ids[0])] : [orders.get(ids[0])];
  const name = (kind === 'settlement' ? settlements : zones).get(subject)?.name ?? subject;
  if (!record) return [name, ''];
  const said = 'status' in record ? STATUS_WORDS[record.status] : ORDER_WORDS[record.kind];
  return [`${name}: ${said}`, record.who];
}

/** Whether a thing has a place on the map. @param {Later} later */
function isPlaced({ kind, ids, subject }) {
  if (kind === 'settlement') return Boolean(settlements.get(subject)?.at);
  if (kind === 'zone') return Boolean(zones.get(subject)?.shape);
  if (kind === 'front') return true;
  return [...advances.values()].some(({ depth, width }) => ids.includes(depth) || (width && ids.includes(width)));
}

/** What was taken back first, then what has a place on the map. @param {Later} later */
const rank = (later) => (later.change === 'added' ? (isPlaced(later) ? 1 : 2) : 0);

/** @param {Later} later */
function rowOf(later) {
  const [what, who] = wordsOf(later);
  const after = later.known - (store.state.known ?? later.known);
  const change = later.change === 'added' ? 'known' : later.change;
  const days = `about ${mediumDate(later.about)}, ${change} ${mediumDate(later.known)}, ${counted(after, 'day')} later`;
  const button = el('button', { type: 'button', class: 'link' }, what);
  button.addEventListener('click', () => {
    const name = `${later.kind}:${later.subject}`;
    if (store.state.selected !== name) selectThing(name);
    goTo(later.kind, later.subject);
  });
  return el(
    'li',
    { class: `later-${later.change}` },
    el('span', {}, button, who ? ` ${who}` : ''),
    el('span', { class: 'quiet' }, days, isPlaced(later) ? '' : ', not on the map'),
  );
}

onPaint((state) => {
  if (isHosted) return;
  const { date, known, sides, hidden, layers, hiddenFronts } = state;
  const wanted =
    known === null
      ? ''
      : JSON.stringify([date, known, [...sides], [...hidden], layers.has('fronts'), [...hiddenFronts]]);
  if (wanted === shown) return;
  shown = wanted;
  const found = laterOn(state);
  byId('later-title').textContent = (found.length ? 'As known today: ' : '') + laterWords(found);
  fill(rows, ...[...found].sort((a, b) => rank(a) - rank(b)).map(rowOf));
  byId('later-note').hidden = found.length === 0;
  fold.show(known !== null);
});
byId('later-close').addEventListener('click', () => update({ known: null }));
panel.hidden = true;

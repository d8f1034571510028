/** Marks of places: a symbol by status, a hue by side, a ring where claimants disagree; made when first in sight. */
/** @import { SettlementData } from '../payload' */
/** @import { Description, Label, PlaceState } from '../types' */
import { el, svg } from '../core/dom.js';
import { map, mediumDate, store } from '../core/page.js';
import { counted, distinct, formatNumber } from '../core/text.js';
import { STATUS_WORDS, ageWords } from '../core/words.js';
import { PlaneMarker, elementOf, listen } from './features.js';
import { addLabel, setLabel } from './labels.js';

/** @typedef {{place: SettlementData, icon: HTMLElement, use: SVGUseElement, label: Label, look: string}} PlaceMark */

/** @extends {L.Icon<L.BaseIconOptions>} */
class PlaceIcon extends L.Icon {
  /** @param {string} label */
  constructor(label) {
    super(/** @type {any} */ ({ iconSize: [24, 24], className: 'place off' }));
    this.label = label;
    this.use = svg('use', { href: '#sym-claimed' });
  }

  createIcon() {
    const icon = el('div', { 'aria-label': this.label });
    icon.append(
      svg(
        'svg',
        { viewBox: '-12 -12 24 24', 'aria-hidden': 'true' },
        svg('circle', { class: 'ring', r: 10 }),
        this.use,
      ),
    );
    this._setIconStyles(icon, 'icon');
    return icon;
  }

  /** A mark throws none. @returns {any} */
  createShadow() {
    return null;
  }
}

/** "Sudzha: claimed by …; disputed". @param {SettlementData} place @returns {Description} */
function describe(place) {
  const found = store.view.places.get(place.id);
  if (!found) return { title: place.name, lines: [] };
  const words = [...found.words].reverse();
  const lines = words.slice(0, 4).map((word) => `${word.who}: ${STATUS_WORDS[word.status]}, ${mediumDate(word.about)}`);
  if (words.length > 4) lines.push(`and ${counted(words.length - 4, 'more claimant')}`);
  if (found.disputed) lines.push('disputed: their latest words differ');
  if (found.age > 0) lines.push(ageWords(found.age));
  if (place.precision) lines.push(`point good to about ${formatNumber(place.precision)} m`);
  return { title: place.name, sub: distinct([place.ru, place.uk]).join(' · '), lines };
}

/** Make the mark of a place with its name. @param {SettlementData & {at: number[]}} place @param {number} rank @returns {PlaceMark} */
export function placeMark(place, rank) {
  /** @type {[number, number]} */
  const at = [place.at[1], place.at[0]];
  const symbol = new PlaceIcon(place.name);
  const marker = new PlaneMarker(at, {
    pane: 's-places',
    icon: symbol,
    keyboard: true,
    bubblingMouseEvents: false,
  }).addTo(map);
  listen(marker, `settlement:${place.id}`, () => describe(place), place.name);
  const label = addLabel({ at, text: place.name, rank, style: 'place', anchor: 'side', clear: 8 });
  return { place, icon: elementOf(marker), use: symbol.use, label, look: '' };
}

/** Show a mark as its place stands, or hide it. @param {PlaceMark} mark @param {PlaceState | null} found @param {Set<string>} lit */
export function paintMark(mark, found, lit) {
  const { place, icon, use, label } = mark;
  icon.classList.toggle('off', !found);
  setLabel(label, Boolean(found), place.name);
  if (!found) return;
  const own = lit.has(`settlement:${place.id}`);
  const look = `${found.status} ${found.side} ${found.disputed} ${found.age > 0} ${own}`;
  if (look === mark.look) return;
  mark.look = look;
  use.setAttribute('href', `#sym-${found.status}`);
  icon.dataset.side = found.side;
  icon.dataset.status = found.status;
  icon.classList.toggle('disputed', found.disputed);
  icon.classList.toggle('carried', found.age > 0);
  icon.classList.toggle('lit', own);
  const said = `${STATUS_WORDS[found.status]}${found.disputed ? ', disputed' : ''}`;
  icon.setAttribute('aria-label', `${place.name}: ${said}`);
}

/**
 * Marks of places, made when first in sight: the shape says in whose hands a place is, as said (angular the advancing
 * side's, round the defender's), a chip with letter and hue who says so, a ring that claimants disagree.
 */
/** @import { SettlementData } from '../payload' */
/** @import { Box, Description, Label, PlaceState } from '../types' */
import { el, svg } from '../core/dom.js';
import { map, mediumDate, store } from '../core/page.js';
import { counted, distinct, formatNumber } from '../core/text.js';
import { SIDE_WORDS, STATUS_WORDS, ageWords } from '../core/words.js';
import { CHIP_PX, chipsOf } from './chips.js';
import { PlaneMarker, elementOf, listen } from './features.js';
import { addLabel, placeLabelsSoon, setLabel } from './labels.js';

/** @typedef {{place: SettlementData, icon: HTMLElement, symbol: PlaceIcon, label: Label, look: string}} PlaceMark */

/** How far the shape of a mark reaches from its middle, pixels; its chips reach farther. */
const REACH_PX = 7;

/** @extends {L.Icon<L.BaseIconOptions>} */
class PlaceIcon extends L.Icon {
  /** @param {string} label */
  constructor(label) {
    super(/** @type {any} */ ({ iconSize: [24, 24], className: 'place off' }));
    this.label = label;
    this.use = svg('use', { href: '#sym-claimed' });
    this.chips = svg('g', {});
  }

  createIcon() {
    const icon = el('div', { 'aria-label': this.label });
    icon.append(
      svg(
        'svg',
        { viewBox: '-12 -12 24 24', 'aria-hidden': 'true' },
        svg('circle', { class: 'ring', r: 10 }),
        this.use,
        this.chips,
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
  const label = addLabel({ at, text: place.name, rank, style: 'place', anchor: 'side', clear: clearOf(1) });
  return { place, icon: elementOf(marker), symbol, label, look: '' };
}

/** What a mark with so many chips covers around its middle. @param {number} chips @returns {Box} */
const clearOf = (chips) => [
  -REACH_PX,
  -REACH_PX,
  Math.max(REACH_PX, CHIP_PX.x + chips * CHIP_PX.w + 1),
  CHIP_PX.y + CHIP_PX.h + 1,
];

/** Show a mark as its place stands, or hide it. @param {PlaceMark} mark @param {PlaceState | null} found @param {Set<string>} lit */
export function paintMark(mark, found, lit) {
  const { place, icon, symbol, label } = mark;
  icon.classList.toggle('off', !found);
  setLabel(label, Boolean(found), place.name);
  if (!found) return;
  const own = lit.has(`settlement:${place.id}`);
  const look = `${found.status} ${found.saidBy} ${found.disputed} ${found.age > 0} ${own}`;
  if (look === mark.look) return;
  mark.look = look;
  symbol.use.setAttribute('href', `#sym-${found.status}`);
  const saidBy = found.saidBy.join(' ');
  if (icon.dataset.saidBy !== saidBy) {
    icon.dataset.saidBy = saidBy;
    symbol.chips.replaceChildren(...chipsOf(found.saidBy));
    label.clear = clearOf(found.saidBy.length);
    placeLabelsSoon();
  }
  icon.dataset.status = found.status;
  icon.classList.toggle('disputed', found.disputed);
  icon.classList.toggle('carried', found.age > 0);
  icon.classList.toggle('lit', own);
  const said = `${STATUS_WORDS[found.status]}${found.disputed ? ', disputed' : ''}`;
  const by = found.saidBy.map((side) => SIDE_WORDS[side]).join(' and ');
  icon.setAttribute('aria-label', `${place.name}: ${said}; by ${by}`);
}

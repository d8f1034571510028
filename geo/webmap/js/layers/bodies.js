/** Bodies of claims: what each side's, or each claimant's, claims of a time mean together, as stated or implied bands. */
/** @import { BodyData } from '../payload' */
/** @import { BodyState, Description, Point, State, View } from '../types' */
import { payload, speakers, store } from '../core/page.js';
import { highlighted, onPaint } from '../core/state.js';
import { counted } from '../core/text.js';
import { BODY_BASIS_WORDS, depthWords, widthWords } from '../core/words.js';
import { idsWithGround, staleWords } from '../rules/bodies.js';
import { addBands, agedFlags, areasWords } from './bands.js';
import { addLabel, setLabel } from './labels.js';

const RANKS = { stated: 950, implied: 960 };
/** At so many places of its edge a body's name may stand. */
const EDGE_SPOTS = 16;

/** The bodies that are on the map: those that are shown, and the one that is selected. @param {State} state @param {View} view @returns {[string, BodyState][]} */
export const bodiesShown = (state, view) =>
  [...view.bodies].filter(([id, { shown, without }]) => shown || (state.selected === `body:${id}` && !without.length));

/** The records that go into the bodies whose bands are on the map. @param {State} state @param {View} view */
export const idsInBands = (state, view) => idsWithGround(bodiesShown(state, view).map(([, found]) => found));

/** The figure, whose it is and how old, short enough to stand on a map. @param {BodyState} found */
export const bodyLabel = ({ body, age }) => body.label + (age > 0 ? ` · ${counted(age, 'day')} old` : '');

/** What the tooltip says of a body. @param {string} id @param {string} band @returns {Description} */
function describe(id, band) {
  const found = store.view.bodies.get(id);
  if (!found) return { title: '', lines: [] };
  const { body } = found;
  return {
    title: bodyLabel(found),
    lines: [
      BODY_BASIS_WORDS[body.basis],
      band,
      depthWords(body.depth),
      widthWords(body.chord, body.along),
      body.areas ? areasWords(body.areas) : '',
      staleWords(found, store.state.date, payload.ages),
      'made of claims, not control',
    ],
  };
}

/** @param {BodyData} speaker */
function build({ id, who, basis }) {
  const bands = addBands(
    `body:${id}`,
    (band) => describe(id, band),
    () => `Ground that ${who} claims`,
  );
  const label = addLabel({ ats: [], along: [], text: '', rank: RANKS[basis], style: 'claim', anchor: 'center' });
  return { id, bands, label, size: 0 };
}

/** Built when first in sight; sides first, so that they lie under their claimants'. @type {Map<string, ReturnType<typeof build>>} */
const built = new Map();
for (const [id, speaker] of speakers) if (speaker.leading) built.set(id, build(speaker));

/** @param {string} id @param {BodyData} body */
function partOf(id, body) {
  const part = built.get(id) ?? build(body);
  built.set(id, part);
  return part;
}

/** Some of many points, the first and then each far from those before it. @param {Point[]} points @returns {Point[]} */
function spread(points) {
  const chosen = points.slice(0, 1);
  /** @param {Point} p */
  const apart = (p) => Math.min(...chosen.map((q) => (p[0] - q[0]) ** 2 + (0.62 * (p[1] - q[1])) ** 2));
  while (chosen.length < Math.min(EDGE_SPOTS, points.length)) {
    chosen.push(points.reduce((one, other) => (apart(other) > apart(one) ? other : one)));
  }
  return chosen;
}

/** Lay what stands now, and the smaller over the larger, so that each can be hit. @param {Map<string, BodyState>} shown */
function layBands(shown) {
  let changed = false;
  for (const [id, { body }] of shown) {
    const part = partOf(id, body);
    if (!body.bands || !part.bands.lay(body.bands)) continue;
    changed = true;
    part.size = body.areas?.at(-1) ?? 0;
    part.label.ats = spread(part.bands.farthest(body.basis === 'implied' ? 'likely' : 'outer'));
    part.label.rank = RANKS[body.basis];
  }
  if (changed) for (const { bands } of [...built.values()].sort((a, b) => b.size - a.size)) bands.raise();
}

/** Those that were on the map when it was last painted. @type {Set<string>} */
let stood = new Set();

onPaint((state, view) => {
  const lit = highlighted();
  const shown = new Map(state.layers.has('advances') ? bodiesShown(state, view) : []);
  layBands(shown);
  for (const { id, bands, label } of built.values()) {
    const found = shown.get(id);
    if (!found && !stood.has(id)) continue;
    const drawn = Boolean(found?.body.bands);
    bands.show(drawn, {
      ...agedFlags(found?.state),
      carried: Boolean(found && found.age > 0),
      implied: found?.body.basis === 'implied',
      lit: lit.has(bands.name),
      dim: lit.size > 0 && !lit.has(bands.name),
    });
    setLabel(label, drawn, found ? bodyLabel(found) : '');
  }
  stood = new Set(shown.keys());
});

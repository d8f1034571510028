/** Claimed advances that go into no body: depths without a width as lines, bands of a part, and stretches of border. */
/** @import { AdvanceData } from '../payload' */
/** @import { AdvanceState, Description, Label, LabelSpec, Point } from '../types' */
import { latLngs, map, mediumDate, payload, store } from '../core/page.js';
import { highlighted, onPaint } from '../core/state.js';
import { SIDE_WORDS, advanceLabel, advanceTitle, ageWords, cautionOf, widthWords } from '../core/words.js';
import { addBands, agedFlags, areasWords } from './bands.js';
import { groundLine, pathOptions } from './base.js';
import { idsInBands } from './bodies.js';
import { listen, showPath } from './features.js';
import { NARROW_PX } from './label_text.js';
import { addLabel, setLabel } from './labels.js';

/** What the tooltip says of an advance. @param {AdvanceData} advance @param {string} band @returns {Description} */
function describe(advance, band) {
  const drawn = store.view.advances.get(advance.id);
  const who = `${advance.who} · ${SIDE_WORDS[advance.side]} · about ${mediumDate(advance.about)}`;
  const [chord, along] = advance.widths ?? [];
  return {
    title: advanceTitle(advance),
    lines: [
      who,
      cautionOf(advance),
      band,
      advance.widths ? widthWords([chord, chord], [along, along]) : '',
      advance.areas ? areasWords(advance.areas) : '',
      'a reconstruction, not control',
      drawn ? ageWords(drawn.age) : '',
    ],
  };
}

/** @param {AdvanceData} advance */
const spoken = (advance) => `Claimed advance, ${advanceTitle(advance)}, by ${advance.who}`;

/** @param {AdvanceData} advance @param {string} name */
function buildBands(advance, name) {
  if (!advance.bands || advance.inBody) return null;
  const bands = addBands(
    name,
    (band) => describe(advance, band),
    () => spoken(advance),
  );
  bands.lay(advance.bands);
  return bands;
}

/** @param {AdvanceData} advance @param {string} name */
function buildDepthLine(advance, name) {
  if (!advance.depthLine) return [];
  const line = groundLine(advance.depthLine, `off reach ${advance.bands ? '' : 'reach-alone'}`, 'reach').addTo(map);
  const halo = L.polyline(advance.depthLine.map(latLngs), {
    ...pathOptions('reach', 'off reach-halo', true),
    fill: false,
  }).addTo(map);
  listen(
    halo,
    name,
    () => describe(advance, 'line at the claimed distance from the border'),
    advance.bands ? '' : spoken(advance),
  );
  return [line, halo];
}

/** The bands, border section and depth line of one advance, hidden until they stand. @param {AdvanceData} advance */
function build(advance) {
  const name = `advance:${advance.id}`;
  const bands = buildBands(advance, name);
  const depthLine = buildDepthLine(advance, name);
  const stretch = payload.sections[advance.section] ?? [];
  const section = groundLine(stretch, `off stretch ${advance.width ? '' : 'stretch-alone'}`, 'border').addTo(map);
  const label = advance.inBody ? null : addLabel(labelOf(advance, bands));
  return { advance, name, bands, depthLine, section, label };
}

/** Some of a line's points, evenly taken. @param {Point[]} line @param {number} n */
const sampled = (line, n) => Array.from({ length: n }, (_, i) => line[Math.floor((i * (line.length - 1)) / (n - 1))]);

/**
 * Where the advance's label may stand, best first: at an end of its farthest line, else at its edge far from the border.
 * @param {AdvanceData} advance @param {ReturnType<typeof buildBands>} bands @returns {LabelSpec}
 */
function labelOf(advance, bands) {
  const along = (advance.depthLine ?? []).map(latLngs).reverse();
  const ends = along.flatMap((line) => [line[line.length - 1], line[0]]);
  const between = along.length ? sampled(along[0], 9).slice(1, -1) : [];
  const ats = along.length ? [...ends, ...between] : (bands?.farthest() ?? []);
  // Of lines alone the newer first.
  const rank = advance.width ? 930 : 900 + Math.min(45, 0.3 * advance.about);
  return { ats, along, text: advanceLabel(advance, 0), rank, style: 'claim', anchor: 'center' };
}

const built = [...payload.advances].sort((a, b) => a.about - b.about).map(build);

/** @param {AdvanceState | undefined} drawn @param {string} name @param {Set<string>} lit */
const flagsOf = (drawn, name, lit) => ({
  ...agedFlags(drawn?.state),
  carried: Boolean(drawn && drawn.age > 0),
  past: Boolean(drawn && drawn.age > payload.ages.beside),
  lit: lit.has(name),
  dim: lit.size > 0 && !lit.has(name),
});

/** @param {Label} label @param {AdvanceData} advance @param {AdvanceState | undefined} drawn what is shown of it @param {ReturnType<typeof flagsOf>} flags */
function nameIt(label, advance, drawn, { past, lit }) {
  label.node.classList.toggle('past', past);
  const named = drawn && (lit || !past || map.getSize().x >= NARROW_PX);
  setLabel(label, Boolean(named), drawn ? advanceLabel(advance, drawn.age) : '');
}

/** Those that stood when the map was last painted: of the others nothing is to be hidden. @type {Set<string>} */
let stood = new Set();

onPaint((state, view) => {
  const lit = highlighted();
  const on = state.layers.has('advances');
  // A depth that goes into bands is their edge, and no line beside them.
  const inBands = idsInBands(state, view);
  for (const { advance, name, bands, depthLine, section, label } of built) {
    const drawn = view.advances.get(advance.id);
    if (!drawn && !stood.has(advance.id)) continue;
    const shown = Boolean(on && drawn && !inBands.has(advance.depth));
    const flags = flagsOf(drawn, name, lit);
    bands?.show(shown, flags);
    for (const shape of depthLine) showPath(shape, shown, flags);
    showPath(section, Boolean(state.layers.has('stretches') && drawn), flags);
    if (label) nameIt(label, advance, shown ? drawn : undefined, flags);
  }
  stood = new Set(view.advances.keys());
});

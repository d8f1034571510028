/** The card of a body: how it was made, all that goes in with its day and record, what was not taken, and its numbers. */
/** @import { BodyData, PieceData } from '../payload' */
/** @import { BodyState } from '../types' */
import { el } from '../core/dom.js';
import { advances, longDate, payload, store } from '../core/page.js';
import { selectThing } from '../core/state.js';
import { counted } from '../core/text.js';
import { BODY_BASIS_WORDS, CHECKED_WORDS, depthWords, widthWords } from '../core/words.js';
import { areasWords } from '../layers/bands.js';
import { staleWords } from '../rules/bodies.js';
import { sourceLink } from './source.js';

/** @param {string} term @param {string} value */
const item = (term, value) => (value ? [el('dt', {}, term), el('dd', {}, value)] : []);

/** A button that selects something. @param {string} text @param {string} name "type:id" */
function choice(text, name) {
  const button = el('button', { type: 'button', class: 'link' }, text);
  button.addEventListener('click', () => selectThing(name));
  return button;
}

const records = new Map([...payload.claims, ...payload.events].map((record) => [record.id, record]));

/** A piece with its day, its age, its source and the way to its record. @param {PieceData} piece */
function pieceLine({ what, who, about, ids, select, why }) {
  const record = records.get(ids[0]);
  const age = store.state.date - about;
  const said = `${who}, ${longDate(about)}${age ? `, ${counted(age, 'day')} old` : ''}${why ? `: ${why}` : ''}`;
  return el(
    'li',
    {},
    choice(what, select),
    el('span', { class: 'quiet' }, ` ${said}`),
    ...(record
      ? [el('span', { class: 'quiet' }, ` · ${CHECKED_WORDS[record.checked]} · `), sourceLink(record, false)]
      : []),
  );
}

/** @param {string} title @param {PieceData[] | undefined} pieces */
const pieceList = (title, pieces) =>
  pieces?.length ? [el('h3', { class: 'rule' }, title), el('ul', { class: 'pieces' }, ...pieces.map(pieceLine))] : [];

/** @param {BodyData} body */
function measures(body) {
  return el(
    'dl',
    {},
    ...item('Depth', depthWords(body.depth).replace(/ deep$/, '')),
    ...item('Width', widthWords(body.chord, body.along)),
    ...item('Area', body.areas ? `${areasWords(body.areas)}: computed from the drawing, not claimed` : ''),
    ...item('As large as', body.swatch ? `a disk of ${body.swatch.toFixed(1)} km radius; nobody says where` : ''),
  );
}

/** How a stated body was placed. @param {BodyData} body */
function drawing({ advance: id }) {
  const advance = id ? advances.get(id) : undefined;
  if (!advance) return [];
  return [
    el('h3', { class: 'rule' }, 'How it is drawn'),
    el(
      'dl',
      {},
      ...item('Placed by', `${advance.placedBy}, because ${advance.reason}`),
      ...item('Stretch', advance.sectionText ?? ''),
      ...item('Bands', advance.convention ?? ''),
    ),
  ];
}

/** The claimants of a side with bodies of their own. @param {BodyData} body */
function ofClaimants({ ofSide, side }) {
  const own = [...store.view.bodies.values()].filter(({ body }) => !body.ofSide && body.side === side);
  if (!ofSide || own.length === 0) return [];
  const lines = own.map(({ body }) => el('li', {}, choice(body.label, `body:${body.id}`)));
  return [el('h3', { class: 'rule' }, 'Each claimant’s own'), el('ul', { class: 'pieces' }, ...lines)];
}

/** @param {BodyState} found */
function parts(found) {
  const { body } = found;
  const stale = staleWords(found, store.state.date, payload.ages);
  const spare = (body.spare ?? []).map((piece) => ({ ...piece, why: 'the newer figures were taken' }));
  return [
    el('p', {}, [body.how, ...(body.notes ?? [])].join(' ')),
    stale ? el('p', { class: 'warn-text' }, stale) : null,
    measures(body),
    ...pieceList('What goes in', body.pieces),
    ...pieceList('Not taken', [...spare, ...(body.leftOut ?? [])]),
    ...drawing(body),
    ...ofClaimants(body),
  ];
}

/** @param {BodyData} speaker any body of the one who is selected */
export const bodyCard = (speaker) => {
  const found = store.view.bodies.get(speaker.id);
  const note = el('p', { class: 'warn' }, 'Made of claims. It does not show control.');
  const kind = found ? BODY_BASIS_WORDS[found.body.basis] : 'Body of claims';
  const nothing = el('p', {}, 'Nothing that was claimed by this day, as known then, makes a body.');
  return {
    kind: `${kind[0].toUpperCase()}${kind.slice(1)}`,
    title: found ? found.body.label : speaker.who,
    parts: [note, ...(found ? parts(found) : [nothing])],
  };
};

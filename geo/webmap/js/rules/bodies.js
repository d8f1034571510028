/** Which bodies of claims stand on a day, how old they are, and what that means in words: the rules of geo/analysis. */
/** @import { AgesData, BodyData, PieceData } from '../payload' */
/** @import { AgeState, AsOf, BodyState } from '../types' */

/** @param {number} n */
const days = (n) => `${n} ${n === 1 ? 'day' : 'days'}`;

/** What something is by its age: the one table of ages. @param {AgesData} ages @param {number} age @returns {AgeState} */
export function ageState(ages, age) {
  if (age <= ages.fades) return 'fresh';
  if (age <= ages.doubtful) return 'faded';
  return age <= ages.ended ? 'doubtful' : 'ended';
}

/** Whether a window, [first, last, first known, last known], holds a pair of days. @param {(number | null)[]} window @param {AsOf} state */
function holds(window, { date, known }) {
  if (date < Number(window[0]) || date > Number(window[1])) return false;
  if (known === null) return window[3] === null;
  return known >= Number(window[2]) && known <= (window[3] ?? known);
}

/** The records that go into those of some bodies that have ground. @param {BodyState[]} bodies */
export const idsWithGround = (bodies) =>
  new Set(bodies.flatMap(({ body }) => (body.bands ? body.pieces.flatMap(({ ids }) => ids) : [])));

/** Whether a body has ground that an earlier one of its speaker, if there was one, had not, or not alike. @param {BodyState | undefined} then @param {BodyState} now */
export const isOtherGround = (then, now) =>
  Boolean(now.body.bands) && JSON.stringify(now.body.bands) !== JSON.stringify(then?.body.bands);

/** The day by which a body's age is counted: of its newest figure, or of places alone its newest place. @param {BodyData} body */
const newestOf = ({ figures, pieces }) =>
  Math.max(...(figures ? pieces.slice(0, figures) : pieces).map(({ about }) => about));

/**
 * The bodies of a case on a pair of days, by speaker. Shown is, through the filters, each side's body or each
 * claimant's own; one that a hidden claimant's word goes into is not, as without it nobody worked it out.
 * @param {BodyData[]} bodies @param {AgesData} ages
 * @returns {(state: AsOf) => Map<string, BodyState>}
 */
export function bodyRule(bodies, ages) {
  const all = bodies.map((body) => ({
    body,
    newest: newestOf(body),
    speakers: [...new Set(body.pieces.map(({ who }) => who))],
  }));
  return (state) => {
    /** @type {Map<string, BodyState>} */
    const found = new Map();
    for (const { body, newest, speakers } of all) {
      if (!body.windows.some((window) => holds(window, state))) continue;
      const age = state.date - newest;
      const without = state.hidden.size ? speakers.filter((who) => state.hidden.has(who)) : [];
      const asked = state.bodies === 'claimants' ? !body.ofSide : body.leading;
      const shown = asked && state.sides.has(body.side) && without.length === 0;
      found.set(body.id, { body, age, state: ageState(ages, age), asked, shown, without });
    }
    return found;
  };
}

/**
 * A piece in one line, as `EvidencePiece.sentence` has it.
 * @param {PieceData} piece @param {number} date @param {(day: number) => string} longDate
 */
export function pieceSentence({ what, who, about, ids }, date, longDate) {
  const age = date === about ? '' : `, ${days(date - about)} old`;
  return `${what}: ${who}, ${longDate(about)}${age} (${ids.join(', ')})`;
}

/**
 * How a body was made and what could not be done, as `body_sentence` has it.
 * @param {BodyData} body @param {number} date @param {(day: number) => string} longDate
 */
export function bodySentence(body, date, longDate) {
  const spare = (body.spare ?? []).map((piece) => `Not taken: ${pieceSentence(piece, date, longDate)}.`);
  return [body.how, ...(body.notes ?? []), ...spare].join(' ');
}

/** That a body is old, as `stale_words` has it, or ''. @param {BodyState} found @param {number} date @param {AgesData} ages */
export function staleWords({ body, age, state }, date, ages) {
  const what = body.kind === 'places' ? 'place' : 'figure';
  const said = [];
  if (state === 'faded') said.push(`Faded: its newest ${what} is ${days(age)} old, so it is an outline`);
  if (state === 'doubtful') said.push(`Doubtful: its newest ${what} is ${days(age)} old`);
  const oldest = body.pieces.reduce((one, other) => (other.about < one.about ? other : one));
  const oldestAge = date - oldest.about;
  if (oldestAge > Math.max(ages.doubtful, age)) {
    said.push(`${said.length ? 'its' : 'Its'} oldest piece, ${oldest.what}, is ${days(oldestAge)} old`);
  }
  return said.length ? `${said.join('; ')}.` : '';
}

/**
 * What the map itself must say of the age of what is drawn: that nothing is filled any more, and how old the newest
 * shape is; '' while a fill is left.
 * @param {{age: number, state: AgeState}[]} shapes those that are drawn @param {AgesData} ages
 */
export function noticeOf(shapes, ages) {
  if (shapes.length === 0 || shapes.some(({ state }) => state === 'fresh')) return '';
  const newest = Math.min(...shapes.map(({ age }) => age));
  const [which, are] = shapes.length > 1 ? ['newest', 'all are outlines'] : ['only', 'it is an outline'];
  const what = newest > ages.doubtful ? 'doubtful' : 'faded';
  return `The ${which} shape is ${days(newest)} old and ${what}: ${are}, not the present state.`;
}

/** Verdicts, shared by the panel, the ledger and the day sheet: what each says, and the ground that it speaks of. */
/** @import { SpokenGround, Verdict } from "../types" */
import { choose, el, fold } from './records.js';

/** Ask the map document to show the ground that a verdict speaks of, or none. @param {SpokenGround | null} ground */
export function showGround(ground) {
  window.dispatchEvent(new CustomEvent('salient:show', { detail: ground }));
}

/**
 * A ground that a verdict speaks of: its number, which beside a map shows it there, and why it is this one.
 * @param {SpokenGround} ground @param {boolean} beside
 */
function groundRow(ground, beside) {
  const why = el('span', 'why', ground.reason);
  if (!beside) return el('li', '', el('span', 'ground', ground.name), why);
  const button = el('button', 'ground', ground.name);
  button.title = 'Show it on the map';
  button.setAttribute('aria-pressed', 'false');
  button.onclick = () => {
    const shown = button.getAttribute('aria-pressed') === 'true';
    const root = button.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot) {
      for (const other of root.querySelectorAll('button.ground')) other.setAttribute('aria-pressed', 'false');
    }
    button.setAttribute('aria-pressed', String(!shown));
    showGround(shown ? null : ground);
  };
  return el('li', '', button, why);
}

/** @param {SpokenGround[]} grounds @param {boolean} beside */
function groundList(grounds, beside) {
  if (!grounds.length) return null;
  const title = beside ? 'The ground it speaks of; a click shows it on the map' : 'The ground it speaks of';
  return el(
    'details',
    'behind grounds',
    el('summary', '', 'on the map'),
    el('p', 'quiet', title),
    el('ul', '', ...grounds.map((ground) => groundRow(ground, beside))),
  );
}

/** One verdict beside the map. @param {Verdict} verdict */
export const verdictOnMap = (verdict) => verdictOf(verdict, true);

/** One verdict on a page without a map. @param {Verdict} verdict */
export const verdictRow = (verdict) => verdictOf(verdict, false);

/**
 * One verdict: its word, its reason, what it assumes, the claims and the ground it speaks of.
 * @param {Verdict} verdict @param {boolean} beside whether a map is beside it
 */
function verdictOf(verdict, beside) {
  const claims = el(
    'span',
    'spoken',
    ...verdict.claims.map((claim) => {
      const button = el('button', `chip ${claim.side}`, el('span', 'mark'), claim.text);
      button.onclick = () => choose(claim.name);
      return button;
    }),
  );
  const details = el('details', 'behind', el('summary', '', 'claims'), claims);
  return el(
    'li',
    `verdict ${verdict.kind}`,
    el('span', 'word', verdict.words),
    el(
      'div',
      'body',
      el('div', 'reason', verdict.reason),
      verdict.mistake ? el('div', 'assumes', `Likely mistake: ${verdict.mistake}`) : null,
      verdict.assumption
        ? el(
            'div',
            'assumes',
            el('span', 'label', verdict.kind === 'only_if' ? 'Only if ' : 'Assumes: '),
            verdict.assumption.replace(/^Only if /, ''),
          )
        : null,
      details,
      groundList(verdict.grounds, beside),
    ),
  );
}

/**
 * The verdicts: those worth a second look open, the others folded.
 * @param {Verdict[]} verdicts @param {string} counts
 */
export function verdictSection(verdicts, counts) {
  if (!verdicts.length) return null;
  const quiet = new Set(['consistent', 'not_comparable']);
  const loud = verdicts.filter((verdict) => !quiet.has(verdict.kind));
  const rest = verdicts.filter((verdict) => quiet.has(verdict.kind));
  return el(
    'section',
    'verdicts',
    el('h3', '', 'Can they be true together?'),
    el('p', 'quiet', counts),
    el('ul', 'rows', ...loud.map(verdictOnMap)),
    fold('Can stand together, or not to be compared', rest.map(verdictOnMap), false),
  );
}

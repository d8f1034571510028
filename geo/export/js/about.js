/** What a published page says about itself: claimed, both clocks, version, method, sources, licences, what is left out. */
import { byId, el, webAddress } from '../../webmap/js/core/dom.js';

/** @typedef {{publisher: string, title: string, url: string, published: string}} PageSource */
/**
 * @typedef {object} About
 * @property {boolean} slim
 * @property {string} full
 * @property {string} version
 * @property {string} title
 * @property {string} summary
 * @property {string} clocks
 * @property {string} case
 * @property {[string, string[]][]} method
 * @property {string[]} licences
 * @property {string[]} leftOut
 * @property {PageSource[]} sources
 */

/** @type {About} */
const about = JSON.parse(byId('salient-about').textContent ?? '');
document.body.classList.add('published');
const claimed = el('span', { class: 'claimed' }, 'Claimed, not control');
const version = el('span', { class: 'version', title: about.version }, `version ${about.version.slice(0, 12)}`);
const who = el('span', { class: 'who' }, 'Salient');

/** @param {string} title @param {...Node} children */
const section = (title, ...children) => el('section', {}, el('h2', {}, title), ...children);
/** @param {string[]} items @param {string} [className] */
const list = (items, className) => el('ul', { class: className }, ...items.map((item) => el('li', {}, item)));

/** @param {PageSource} one */
function source(one) {
  const url = webAddress(one.url);
  const title = one.title ? `${one.publisher}: ${one.title}` : one.publisher;
  const link = url ? el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, title) : title;
  return el('li', {}, link, `, ${one.published}`);
}

function body() {
  const method = about.method.map(([heading, paragraphs]) => [
    el('h3', {}, heading),
    ...paragraphs.map((text) => el('p', {}, text)),
  ]);
  const sources = el('ul', {}, ...about.sources.map(source));
  const left = about.leftOut.length ? [el('h3', {}, 'Left out of this page'), list(about.leftOut, 'left-out')] : [];
  const node = el(
    'div',
    { id: 'about-body', tabindex: 0, role: 'group', 'aria-label': 'Method, sources and licences' },
    section(
      about.title,
      el('p', {}, about.summary),
      el('p', {}, about.clocks),
      el('p', {}, `Case ${about.case}, version ${about.version}`),
    ),
    section('How this is made', ...method.flat()),
    section('Licences and credits', list(about.licences), ...left),
    section(`Sources (${about.sources.length})`, sources),
  );
  return node;
}

/** In a frame: one line that leads to the full page. */
function showSlim() {
  const full = el(
    'a',
    { class: 'full', href: about.full, target: '_blank', rel: 'noopener' },
    'Full map, method and sources',
  );
  document.body.append(
    el('aside', { id: 'about', class: 'slim', 'aria-label': 'About this map' }, claimed, who, version, full),
  );
}

function showWhole() {
  const details = el('details', { id: 'about' }, el('summary', {}, claimed, who, version));
  // Long, and seldom read: made when it is opened.
  details.addEventListener('toggle', () => {
    if (details.open && !document.getElementById('about-body')) details.append(body());
  });
  document.body.append(details);
}

if (about.slim) showSlim();
else showWhole();

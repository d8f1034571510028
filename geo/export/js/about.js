/** What a published page says about itself: claimed, both clocks, version, method, sources, licences, what is left out. */
((S) => {
  'use strict';

  const about = JSON.parse(S.byId('salient-about').textContent);
  document.body.classList.add('published');
  const claimed = S.el('span', { class: 'claimed' }, 'Claimed, not control');
  const version = S.el('span', { class: 'version', title: about.version }, `version ${about.version.slice(0, 12)}`);
  const who = S.el('span', { class: 'who' }, 'Salient');

  const section = (title, ...children) => S.el('section', {}, S.el('h2', {}, title), ...children);
  const list = (items, className) => S.el('ul', { class: className }, ...items.map((item) => S.el('li', {}, item)));

  function source(one) {
    const url = S.webAddress(one.url);
    const title = one.title ? `${one.publisher}: ${one.title}` : one.publisher;
    const link = url ? S.el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, title) : title;
    return S.el('li', {}, link, `, ${one.published}`);
  }

  function body() {
    const method = about.method.map(([heading, paragraphs]) => [S.el('h3', {}, heading), ...paragraphs.map((text) => S.el('p', {}, text))]);
    const sources = S.el('ul', {}, ...about.sources.map(source));
    const left = about.leftOut.length ? [S.el('h3', {}, 'Left out of this page'), list(about.leftOut, 'left-out')] : [];
    const node = S.el('div', { id: 'about-body', tabindex: 0, role: 'group', 'aria-label': 'Method, sources and licences' },
      section(about.title, S.el('p', {}, about.summary), S.el('p', {}, about.clocks), S.el('p', {}, `Case ${about.case}, version ${about.version}`)),
      section('How this is made', ...method.flat()),
      section('Licences and credits', list(about.licences), ...left),
      section(`Sources (${about.sources.length})`, sources));
    return node;
  }

  if (about.slim) {
    const full = S.el('a', { class: 'full', href: about.full, target: '_blank', rel: 'noopener' }, 'Full map, method and sources');
    document.body.append(S.el('aside', { id: 'about', class: 'slim', 'aria-label': 'About this map' }, claimed, who, version, full));
    return;
  }
  const details = S.el('details', { id: 'about' }, S.el('summary', {}, claimed, who, version));
  // Long, and seldom read: made when it is opened.
  details.addEventListener('toggle', () => {
    if (details.open && !S.byId('about-body')) details.append(body());
  });
  document.body.append(details);
})(Salient);

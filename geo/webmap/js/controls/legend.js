/** The legend: what each mark means, and what is not on the map. */
((S) => {
  'use strict';

  const legend = S.byId('legend');
  const body = S.byId('legend-body');

  const key = (mark, text) => S.el('li', {}, mark, S.el('span', {}, text));
  const box = (className, attributes = {}) =>
    S.svg('svg', { class: 'key', viewBox: '0 0 30 16', 'aria-hidden': 'true' },
      S.svg('rect', { class: className, x: 1, y: 1, width: 28, height: 14, ...attributes }));
  const stroke = (className) =>
    S.svg('svg', { class: 'key', viewBox: '0 0 30 16', 'aria-hidden': 'true' }, S.svg('path', { class: className, d: 'M1 8H29', fill: 'none' }));
  const symbol = (status, disputed = false) =>
    S.svg('svg', { class: `key place-key ${disputed ? 'disputed' : ''}`, viewBox: '-15 -12 30 24', 'aria-hidden': 'true' },
      S.svg('circle', { class: 'ring', r: 10 }), S.svg('use', { href: `#sym-${status}` }));
  const section = (title, note, items) =>
    S.el('section', {}, S.el('h3', {}, title), note ? S.el('p', {}, note) : null, S.el('ul', {}, ...items));

  const used = (records, field) => new Set(records.map((record) => record[field]));

  function advances() {
    return section('Claimed advances', 'Reconstructed from claimed figures. Never control.', [
      ...Object.entries(S.BAND).map(([band, words]) => key(box(`band band-${band}`), words ? `${band}: ${words}` : band)),
      key(box('band band-likely carried'), 'carried forward from an earlier day'),
      key(stroke('reach'), `claimed distance from the border; leaves the map after ${S.data.reachDays} days`),
      key(stroke('stretch'), 'stretch of border it is drawn on'),
    ]);
  }

  function places() {
    const statuses = used(S.data.events, 'status');
    const items = Object.entries(S.STATUS).filter(([status]) => statuses.has(status)).map(([status, words]) => key(symbol(status), words));
    if (items.length === 0) return null;
    items.push(key(symbol('claimed', true), 'disputed: latest words contradict'));
    if (S.standings.size > S.MOST_ALONE) items.push(key(S.crowdKey(), 'several in one spot, by whose latest word; a click goes closer'));
    if (S.data.settlements.some((place) => place.precision)) items.push(key(box('precision', { rx: 7 }), 'how far off a point may be, once that shows'));
    const sides = Object.entries(S.SIDE).map(([side, words]) => S.el('span', {}, S.el('i', { class: `swatch swatch-${side}` }), words));
    return [section('Places, by the latest word', null, items), S.el('div', { class: 'sides' }, S.el('span', {}, 'said by'), ...sides)];
  }

  function zones() {
    const kinds = used(S.data.orders, 'kind');
    const items = Object.entries(S.ORDER).filter(([kind]) => kinds.has(kind)).map(([kind, words]) => key(box('zone', { 'data-order': `${kind}-whole` }), words));
    if (items.length === 0) return null;
    if (S.data.orders.some((o) => o.scope === 'part')) items.push(key(box('zone', { 'data-order': 'mandatory-part' }), 'sparser: a part of the zone'));
    if (S.data.zones.some((z) => z.extent === 'approximate')) items.push(key(box('zone zone-approximate'), 'dashed: extent approximate, derived by us'));
    return section('Evacuation zones', null, items);
  }

  /** A mapper's line in the legend, which also selects its front: the way to it by keyboard. */
  function front(track) {
    const button = S.el('button', { type: 'button', class: 'front-choice' }, S.frontKey(track), S.el('span', {}, track.title));
    button.addEventListener('click', () => S.select(`front:${track.id}`));
    S.onPaint((state) => button.setAttribute('aria-pressed', String(state.selected === `front:${track.id}`)));
    return S.el('li', {}, button);
  }

  function fronts() {
    const [first] = S.tracks.values();
    if (!first) return null;
    const items = [...S.tracks.values()].map(front);
    const compared = S.el('div', {}, key(S.frontKey(first, { kind: 'gained' }), 'gained, against the other day'), key(S.frontKey(first, { kind: 'lost' }), 'lost'));
    S.onPaint((state) => {
      compared.hidden = state.compare === null;
      S.byId('fronts-trouble').textContent = S.frontsTrouble();
    });
    items.push(key(S.frontKey(first, { carried: true }), 'carried forward from an earlier day'), compared);
    return [section('Mappers’ fronts', 'What a mapper drew: nobody’s claim, no proof of control.', items), S.el('p', { id: 'fronts-trouble', class: 'warn-text' })];
  }

  S.replace(body, ...[advances(), fronts(), places(), zones()].flat().filter(Boolean), S.el('p', { id: 'missing' }));
  legend.open = window.matchMedia(S.hosted ? '(min-width: 1200px) and (min-height: 700px)' : '(min-width: 900px) and (min-height: 640px)').matches;

  const shaped = (view) => [...view.zones.keys()].filter((id) => S.zones.get(id)?.shape).length;

  /** Zones that stand and are on the map. @param {Object} view */
  S.zonesShown = shaped;

  S.onPaint((state, view) => {
    const lost = view.places.size - view.placesOnMap;
    const formless = view.zones.size - shaped(view);
    const lines = [];
    if (lost > 0) lines.push(`${S.count(lost, 'place')} named without established coordinates: not on the map.`);
    if (formless > 0) lines.push(`${S.count(formless, 'zone')} named without a known extent: not on the map.`);
    S.byId('missing').textContent = lines.join(' ');
  });
})(Salient);

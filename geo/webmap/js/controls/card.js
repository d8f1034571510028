/** The card of the selected thing: the claims behind it, each with its source. Standalone only. */
((S) => {
  'use strict';

  const card = S.byId('card');
  const body = S.byId('card-body');
  let shown = null;
  let subject = null;
  let opener = null;

  const item = (term, ...value) => [S.el('dt', {}, term), S.el('dd', {}, ...value)];

  /** Where a record was published; a link only if the address is one of the web. */
  function source(record) {
    const found = S.data.sources[record.source];
    if (!found) return record.source;
    const url = S.webAddress(found.url);
    if (!url) return found.publisher;
    const link = S.el('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, found.publisher);
    return S.el('span', {}, link, found.title ? S.el('span', { class: 'quiet' }, ` · ${found.title}`) : null);
  }

  /** Who, when, where: what every record has. */
  function provenance(record) {
    return [
      item('Said by', record.who, record.role ? S.el('span', { class: 'quiet' }, ` · ${record.role}`) : null),
      item('About', S.longDate(record.about) + S.dayBasis(record.aboutBasis)),
      item('Known', S.longDate(record.known) + S.dayBasis(record.knownBasis)),
      item('Published', source(record)),
      record.root ? item('First in', record.root) : [],
      item('Checked', S.el('span', { class: `checked-${record.checked}` }, S.CHECKED[record.checked])),
    ].flat();
  }

  function entry(record, headline, sub, extra) {
    return S.el(
      'article',
      { class: `entry side-${record.side}` },
      S.el('h3', {}, headline),
      sub ? S.el('p', { class: 'quiet' }, sub) : null,
      record.summary ? S.el('p', {}, record.summary) : null,
      S.el('dl', {}, ...extra, ...provenance(record)),
    );
  }

  function claimEntry(claim) {
    const extra = claim.place ? item('Where', claim.place) : [];
    if (claim.grade) extra.push(...item('Grade', claim.grade));
    return entry(claim, S.claimTitle(claim), `${S.kind(claim)} · ${S.basis(claim)}`, extra);
  }

  const eventEntry = (event) => entry(event, `${event.who}: ${S.STATUS[event.status]}`, ageOf(event), []);

  function orderEntry(order) {
    const extra = order.scopeNote ? item('Covers', order.scopeNote) : [];
    if (order.settlements) extra.push(...item('Settlements', S.number(order.settlements)));
    if (order.end !== undefined) extra.push(...item('Until', S.longDate(order.end)));
    return entry(order, `${order.who}: ${S.ORDER[order.kind]}`, order.scope === 'part' ? 'a part of the zone' : 'the whole zone', extra);
  }

  const ageOf = (record) => S.ageWords(Math.max(0, S.state.date - record.about));

  function advanceCard(advance) {
    const claims = [advance.depth, advance.width].filter(Boolean).map((id) => S.claims.get(id));
    const drawing = [
      ...item('Placed by', `${advance.placedBy}, because ${advance.reason}`),
      ...item('Stretch', advance.stretchText || ''),
      ...item('Bands', advance.convention || ''),
    ];
    if (advance.areas) {
      const [inner, likely, outer] = advance.areas.map((area) => S.number(Math.round(area)));
      drawing.push(...item('Area', `${inner} km² inner, ${likely} likely, ${outer} outer: computed from the drawing, not claimed`));
    }
    return {
      kind: 'Claimed advance',
      title: S.advanceTitle(advance),
      parts: [
        S.el('p', { class: 'warn' }, 'A reconstruction of claimed figures. It does not show control.'),
        ...claims.map(claimEntry),
        S.el('h3', { class: 'rule' }, 'How it is drawn'),
        S.el('dl', {}, ...drawing),
      ],
    };
  }

  function placeCard(place) {
    const events = S.newestFirst(S.data.events.filter((e) => e.settlement === place.id), S.state);
    const names = [place.ru, place.uk].filter((n, i, all) => n && all.indexOf(n) === i).join(' · ');
    const where = [place.district && `${place.district} district`, place.oblast && `${place.oblast} oblast`].filter(Boolean).join(', ');
    const people = place.population === undefined ? '' : `population ${S.number(place.population)} (${place.populationSource})`;
    const precision = place.precision ? `point good to about ${S.number(place.precision)} m` : 'coordinates not established';
    return {
      kind: 'Place',
      title: place.name,
      parts: [S.el('p', { class: 'quiet' }, [names, where, precision, people].filter(Boolean).join(' · ')), ...events.map(eventEntry), none(events)],
    };
  }

  function zoneCard(zone) {
    const orders = S.newestFirst(S.data.orders.filter((o) => o.zone === zone.id), S.state);
    const extent = zone.extent === 'approximate' ? 'Extent approximate, derived by us' : 'Official extent';
    const origin = [extent, zone.source, zone.licence].filter(Boolean).join(' · ');
    return { kind: 'Evacuation zone', title: zone.name, parts: [S.el('p', { class: 'quiet' }, origin), ...orders.map(orderEntry), none(orders)] };
  }

  const none = (records) => (records.length ? null : S.el('p', {}, 'Nothing was said of it by this day, as known then.'));
  const claimCard = (claim) => ({ kind: 'Claim', title: S.claimTitle(claim), parts: [claimEntry(claim)] });
  const CARDS = { advance: advanceCard, settlement: placeCard, zone: zoneCard, claim: claimCard, front: S.frontCard };

  function open(selected) {
    const { type, record } = S.resolve(selected);
    const { kind, title, parts } = CARDS[type](record);
    S.byId('card-kind').textContent = kind;
    S.byId('card-title').textContent = title;
    S.replace(body, ...parts.filter(Boolean));
    const byKey = document.activeElement !== document.body && document.activeElement.matches('[role="button"]:focus-visible');
    if (byKey) opener = document.activeElement;
    card.hidden = false;
    if (selected === subject) return;
    subject = selected;
    body.scrollTop = 0;
    if (byKey) S.byId('card-title').focus();
  }

  function close() {
    const inside = card.contains(document.activeElement);
    card.hidden = true;
    subject = null;
    if (opener && inside) opener.focus();
    opener = null;
  }

  S.byId('card-close').addEventListener('click', () => S.update({ selected: null }));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && S.state.selected !== null) S.update({ selected: null });
  });

  S.onPaint((state) => {
    if (S.hosted) return;
    const wanted = state.selected === null ? null : JSON.stringify(S.writeState());
    if (wanted === shown) return;
    if (state.selected === null) close();
    else open(state.selected);
    shown = wanted;
  });
})(Salient);

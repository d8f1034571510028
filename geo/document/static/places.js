/** Places: a symbol by status, a hue by side, a ring where claimants disagree. */
((S) => {
  'use strict';

  const Symbol = L.Icon.extend({
    options: { iconSize: [24, 24], className: 'place off' },
    createIcon() {
      const icon = S.el('div', { 'aria-label': this.options.label });
      const use = S.svg('use', { href: '#sym-claimed' });
      icon.append(
        S.svg('svg', { viewBox: '-12 -12 24 24', 'aria-hidden': 'true' }, S.svg('circle', { class: 'ring', r: 10 }), use),
      );
      this._setIconStyles(icon, 'icon');
      return icon;
    },
    createShadow: () => null,
  });

  /** "Sudzha: claimed by …; disputed". */
  function describe(place) {
    const standing = S.current.places.get(place.id);
    if (!standing) return { title: place.name, lines: [] };
    const words = [...standing.words].reverse();
    const lines = words.slice(0, 4).map((w) => `${w.who}: ${S.STATUS[w.status]}, ${S.mediumDate(w.about)}`);
    if (words.length > 4) lines.push(`and ${S.count(words.length - 4, 'more claimant')}`);
    if (standing.disputed) lines.push('disputed: their latest words differ');
    if (standing.age > 0) lines.push(S.ageWords(standing.age));
    const names = [place.ru, place.uk].filter((n, i, all) => n && all.indexOf(n) === i).join(' · ');
    return { title: place.name, sub: names, lines };
  }

  function build(place, rank) {
    const marker = L.marker([place.at[1], place.at[0]], {
      pane: 's-places',
      icon: new Symbol({ label: place.name }),
      keyboard: true,
      bubblingMouseEvents: false,
    }).addTo(S.map);
    S.listen(marker, `settlement:${place.id}`, () => describe(place), place.name);
    const icon = marker.getElement();
    const label = S.addLabel({ at: [place.at[1], place.at[0]], text: place.name, rank, style: 'place', anchor: 'side', clear: 8 });
    return { place, icon, use: icon.querySelector('use'), label };
  }

  /** The more was said of a place, the sooner its name is written; towns before all. */
  function ranks() {
    const said = new Map();
    for (const event of S.data.events) said.set(event.settlement, (said.get(event.settlement) || 0) + 1);
    const seats = new Set(S.baseLabels.map((base) => base.name));
    return (place) => 200 + Math.min(said.get(place.id) || 0, 90) + (seats.has(place.name) ? 800 : 0);
  }

  const rank = ranks();
  const built = S.inTurn('settlements', S.data.settlements.filter((p) => p.at), (place) => build(place, rank(place)));
  const towns = S.baseLabels.map((base) => ({
    base,
    label: S.addLabel({ at: base.at, text: base.name, rank: base.seat ? 980 : 990, style: 'town', anchor: 'side', dot: true, clear: 4 }),
  }));

  for (const { name, at } of S.data.grounds.names) {
    const label = S.addLabel({ at: [at[1], at[0]], text: name.toUpperCase(), rank: 10, style: 'country', anchor: 'center' });
    S.setLabel(label, true, label.text);
  }

  function paintOne({ place, icon, use, label }, standing, lit) {
    icon.classList.toggle('off', !standing);
    S.setLabel(label, Boolean(standing), place.name);
    if (!standing) return;
    use.setAttribute('href', `#sym-${standing.status}`);
    icon.dataset.side = standing.side;
    icon.dataset.status = standing.status;
    icon.classList.toggle('disputed', standing.disputed);
    icon.classList.toggle('carried', standing.age > 0);
    icon.classList.toggle('lit', lit.has(`settlement:${place.id}`));
    const said = `${S.STATUS[standing.status]}${standing.disputed ? ', disputed' : ''}`;
    icon.setAttribute('aria-label', `${place.name}: ${said}`);
  }

  S.onPaint((state, view) => {
    const lit = S.highlighted();
    const shown = new Set();
    for (const item of built) {
      const standing = state.layers.has('places') ? view.places.get(item.place.id) : undefined;
      if (standing) shown.add(item.place.name);
      paintOne(item, standing, lit);
    }
    for (const { base, label } of towns) S.setLabel(label, state.layers.has('towns') && !shown.has(base.name), base.name);
  });
})(Salient);

/** Marks of places: a symbol by status, a hue by side, a ring where claimants disagree; made when first in sight. */
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
    if (place.precision) lines.push(`point good to about ${S.number(place.precision)} m`);
    const names = [place.ru, place.uk].filter((n, i, all) => n && all.indexOf(n) === i).join(' · ');
    return { title: place.name, sub: names, lines };
  }

  /** Make the mark of a place with its name. @param {Object} place @param {number} rank */
  S.placeMark = (place, rank) => {
    const at = [place.at[1], place.at[0]];
    const marker = new S.PlaneMarker(at, { pane: 's-places', icon: new Symbol({ label: place.name }), keyboard: true, bubblingMouseEvents: false }).addTo(S.map);
    S.listen(marker, `settlement:${place.id}`, () => describe(place), place.name);
    const icon = marker.getElement();
    const label = S.addLabel({ at, text: place.name, rank, style: 'place', anchor: 'side', clear: 8 });
    return { place, marker, icon, use: icon.querySelector('use'), label, on: false, look: '' };
  };

  /** Show a mark as its place stands, or hide it. @param {Object} mark @param {?Object} standing @param {Set} lit */
  S.paintMark = (mark, standing, lit) => {
    const { place, icon, use, label } = mark;
    mark.on = Boolean(standing);
    icon.classList.toggle('off', !standing);
    S.setLabel(label, mark.on, place.name);
    if (!standing) return;
    const own = lit.has(`settlement:${place.id}`);
    const look = `${standing.status} ${standing.side} ${standing.disputed} ${standing.age > 0} ${own}`;
    if (look === mark.look) return;
    mark.look = look;
    use.setAttribute('href', `#sym-${standing.status}`);
    icon.dataset.side = standing.side;
    icon.dataset.status = standing.status;
    icon.classList.toggle('disputed', standing.disputed);
    icon.classList.toggle('carried', standing.age > 0);
    icon.classList.toggle('lit', own);
    const said = `${S.STATUS[standing.status]}${standing.disputed ? ', disputed' : ''}`;
    icon.setAttribute('aria-label', `${place.name}: ${said}`);
  };
})(Salient);

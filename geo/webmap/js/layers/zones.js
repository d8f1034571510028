/** Evacuation zones, by pattern: what was ordered, for the whole or a part, on an official or approximate extent. */
((S) => {
  'use strict';

  /** What the tooltip says of a zone. */
  function describe(zone) {
    const standing = S.current.zones.get(zone.id);
    const extent = zone.extent === 'approximate' ? 'extent approximate, derived by us' : 'official extent';
    if (!standing) return { title: zone.name, lines: [extent] };
    const scope = standing.scope === 'part' ? ' for a part of it' : '';
    const words = standing.words.map((w) => `${w.who}: ${S.ORDER[w.kind]}, from ${S.mediumDate(w.about)}`);
    return { title: zone.name, lines: [S.ORDER[standing.kind] + scope, ...words.slice(0, 3), standing.conflicting ? 'disputed: another word knows of no order' : '', extent] };
  }

  function build(zone) {
    const polygon = L.polygon(
      zone.shape.map((rings) => rings.map(S.latLngs)),
      S.pathOptions('zones', `off zone ${zone.extent === 'approximate' ? 'zone-approximate' : ''}`, true),
    ).addTo(S.map);
    S.listen(polygon, `zone:${zone.id}`, () => describe(zone), `Evacuation zone ${zone.name}`);
    return { zone, polygon, label: S.addLabel({ at: polygon.getCenter(), text: zone.name, rank: 100, style: 'zone', anchor: 'center' }) };
  }

  const built = S.inTurn('zones', S.data.zones.filter((zone) => zone.shape), build);
  S.zonesWithoutShape = S.data.zones.filter((zone) => !zone.shape);

  S.onPaint((state, view) => {
    const lit = S.highlighted();
    for (const { zone, polygon, label } of built) {
      const standing = state.layers.has('zones') ? view.zones.get(zone.id) : undefined;
      const name = `zone:${zone.id}`;
      S.show(polygon, Boolean(standing), { lit: lit.has(name), dim: false });
      if (standing) S.mark(polygon, 'order', `${standing.kind}-${standing.scope}`);
      S.setLabel(label, Boolean(standing), zone.name);
    }
  });
})(Salient);

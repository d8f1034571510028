/** Claimed advances: three dashed, hatched bands, the stretch of border, the line at the claimed distance. */
((S) => {
  'use strict';

  const BANDS = [
    ['outer', 'outer band: all that the claim allows'],
    ['likely', 'likely band'],
    ['inner', 'inner band: the narrowest reading'],
  ];

  /** What the tooltip says of an advance. */
  function describe(advance, band) {
    const drawn = S.current.advances.get(advance.id);
    const age = drawn ? S.ageWords(drawn.age) : '';
    return {
      title: S.advanceTitle(advance),
      lines: [`${advance.who} · ${S.SIDE[advance.side]} · about ${S.mediumDate(advance.about)}`, band, 'a reconstruction, not control', age],
    };
  }

  const spoken = (advance) => `Claimed advance, ${S.advanceTitle(advance)}, by ${advance.who}`;

  /** The polygons, border stretch and reach of one advance, hidden until they stand. */
  function build(advance) {
    const name = `advance:${advance.id}`;
    const shapes = { bands: [], reach: [], stretch: [] };
    for (const [band, words] of BANDS) {
      if (!advance[band]) continue;
      const polygon = L.polygon(
        advance[band].map((rings) => rings.map(S.latLngs)),
        S.pathOptions('bands', `off band band-${band}`, true),
      ).addTo(S.map);
      S.listen(polygon, name, () => describe(advance, words), band === 'outer' ? spoken(advance) : '');
      shapes.bands.push(polygon);
    }
    if (advance.reach) {
      const line = S.line(advance.reach, `off reach ${advance.outer ? '' : 'reach-alone'}`, 'reach').addTo(S.map);
      const halo = L.polyline(advance.reach.map(S.latLngs), { ...S.pathOptions('reach', 'off reach-halo', true), fill: false });
      S.listen(halo.addTo(S.map), name, () => describe(advance, 'line at the claimed distance from the border'), advance.outer ? '' : spoken(advance));
      shapes.reach.push(line, halo);
    }
    if (advance.stretch) shapes.stretch.push(S.line(advance.stretch, 'off stretch', 'border').addTo(S.map));
    return { advance, name, shapes, label: S.addLabel(labelOf(advance)) };
  }

  /** Where the advance's label stands: the point of its edge that lies farthest from its stretch's middle. */
  function labelOf(advance) {
    const edge = (advance.reach || (advance.outer || []).flat()).flatMap(S.latLngs);
    const at = edge[Math.floor(edge.length / 2)] || [0, 0];
    return { at, text: S.advanceLabel(advance, 0), rank: 900, style: 'claim', anchor: 'center' };
  }

  const built = S.inTurn('advances', [...S.data.advances].sort((a, b) => a.about - b.about), build);

  S.onPaint((state, view) => {
    const lit = S.highlighted();
    const on = state.layers.has('advances');
    for (const { advance, name, shapes, label } of built) {
      const drawn = view.advances.get(advance.id);
      const flags = { carried: Boolean(drawn && drawn.age > 0), lit: lit.has(name), dim: lit.size > 0 && !lit.has(name) };
      for (const shape of shapes.bands) S.show(shape, Boolean(on && drawn), flags);
      for (const shape of shapes.reach) S.show(shape, Boolean(on && drawn && drawn.reach), flags);
      for (const shape of shapes.stretch) S.show(shape, Boolean(state.layers.has('stretch') && drawn), flags);
      S.setLabel(label, Boolean(on && drawn && (drawn.reach || lit.has(name))), drawn ? S.advanceLabel(advance, drawn.age) : '');
    }
  });

})(Salient);

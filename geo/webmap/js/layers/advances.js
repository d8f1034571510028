/** Claimed advances: three dashed, hatched bands, the stretch of border, the line at the claimed distance. */
((S) => {
  'use strict';

  /** The widest is drawn first, the others on it. */
  const BANDS = Object.entries(S.BAND).reverse().map(([band, words]) => [band, `${band} band${words ? `: ${words}` : ''}`]);

  /** What the tooltip says of an advance. */
  function describe(advance, band) {
    const drawn = S.current.advances.get(advance.id);
    const age = drawn ? S.ageWords(drawn.age) : '';
    return {
      title: S.advanceTitle(advance),
      lines: [`${advance.who} · ${S.SIDE[advance.side]} · about ${S.mediumDate(advance.about)}`, S.caution(advance), band, 'a reconstruction, not control', age],
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
    shapes.stretch.push(S.line(S.data.stretches[advance.stretch], `off stretch ${advance.width ? '' : 'stretch-alone'}`, 'border').addTo(S.map));
    return { advance, name, shapes, label: S.addLabel(labelOf(advance)) };
  }

  const sampled = (line, n) => Array.from({ length: n }, (_, i) => line[Math.floor((i * (line.length - 1)) / (n - 1))]);

  /** Points of an outer band's edge, those farthest from the border first. */
  function farthest(advance) {
    const border = sampled(S.data.stretches[advance.stretch].flatMap(S.latLngs), 24);
    const away = (p) => Math.min(...border.map((q) => (p[0] - q[0]) ** 2 + (0.62 * (p[1] - q[1])) ** 2));
    return sampled(advance.outer.map((rings) => rings[0]).flatMap(S.latLngs), 48).sort((p, q) => away(q) - away(p)).slice(0, 20);
  }

  /** Points along the outermost line that the advance's label may stand at, best first. */
  function labelOf(advance) {
    const line = advance.reach ? advance.reach.flatMap(S.latLngs) : null;
    const along = (share) => line[Math.floor(share * (line.length - 1))];
    const ats = line ? [0.5, 0.35, 0.65, 0.2, 0.8, 0.08, 0.92].map(along) : farthest(advance);
    return { ats, text: S.advanceLabel(advance, 0), rank: advance.width ? 950 : 900, style: 'claim', anchor: 'center' };
  }

  const built = S.inTurn('advances', [...S.data.advances].sort((a, b) => a.about - b.about), build);

  S.onPaint((state, view) => {
    const lit = S.highlighted();
    const on = state.layers.has('advances');
    for (const { advance, name, shapes, label } of built) {
      const drawn = view.advances.get(advance.id);
      const flags = { carried: Boolean(drawn && drawn.age > 0), lit: lit.has(name), dim: lit.size > 0 && !lit.has(name) };
      for (const shape of shapes.bands) S.show(shape, Boolean(on && drawn), flags);
      for (const shape of shapes.reach) {
        if (drawn) shape.getElement().style.setProperty('--age', drawn.age);
        S.show(shape, Boolean(on && drawn && drawn.reach), flags);
      }
      for (const shape of shapes.stretch) S.show(shape, Boolean(state.layers.has('stretches') && drawn && (drawn.reach || drawn.bands)), flags);
      S.setLabel(label, Boolean(on && drawn && (drawn.reach || drawn.bands || lit.has(name))), drawn ? S.advanceLabel(advance, drawn.age) : '');
    }
  });

})(Salient);

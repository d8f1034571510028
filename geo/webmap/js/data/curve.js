/** What the curve shows of a metric: each mapper's drawings by day, and the claims of it, on both clocks and by the filters. */
((S) => {
  'use strict';

  const KINDS = new Set(['total', 'remaining']);
  /** What a metric is called, its unit, the claims' metric, and the tracks' figures for it in order of preference. */
  S.CURVE = {
    area: { title: 'Area', unit: 'km²', metric: 'area_km2', figure: (track) => (S.reachesBeyond(track) ? 'target' : 'area') },
    depth: { title: 'Depth', unit: 'km', metric: 'depth_km', figure: () => 'depth' },
    width: { title: 'Width', unit: 'km', metric: 'width_km', figure: () => 'chord' },
  };

  /** Whether a track draws ground beyond the border, so that depth and width are measured on it. @param {Object} track */
  S.reachesBeyond = (track) => Boolean(track.figures.depth);

  /** The selected track, if a track is selected. @param {Object} state */
  S.chosenFront = ({ selected }) => (selected?.startsWith('front:') ? S.tracks.get(selected.slice(6)) : undefined);

  /** Claims of a metric that the clocks and filters let through: those that stand, say how much in all, and of no zone alone. */
  function claimsOf(curve, state) {
    const kept = new Map();
    for (const claim of S.data.claims) {
      if (claim.metric !== curve.metric || claim.value === undefined || claim.zone || !KINDS.has(claim.kind)) continue;
      if (!S.admitted(claim, state) || !S.stands(claim, state)) continue;
      const key = JSON.stringify([claim.about, claim.who, claim.value, claim.high, claim.modality, claim.basis]);
      if (!kept.has(key)) kept.set(key, claim);
    }
    return [...kept.values()];
  }

  /** The last snapshot of each day that a track drew, as known: [{day, index, value}]. */
  function drawings(track, name, state) {
    const days = new Map();
    for (let index = 0; index < track.about.length; index += 1) {
      if (state.known !== null && track.known[index] > state.known) continue;
      days.set(track.about[index], { day: track.about[index], index, value: track.figure(name, index) });
    }
    return [...days.values()];
  }

  /**
   * Everything on the curve of a metric. Claims are of ground beyond the border; a track that lies wholly on the other
   * side of it takes the axis for itself when nothing else is on it, or when it is the selected thing.
   * @param {'area'|'depth'|'width'} name @param {Object} state
   * @returns {{tracks: Object[], claims: Object[], left: string[]}}
   */
  S.curveOf = (name, state) => {
    const chosen = S.chosenFront(state);
    const curve = S.CURVE[name];
    const shown = state.layers.has('fronts') ? [...S.tracks.values()].filter((track) => !state.hiddenFronts.has(track.id)) : [];
    const beyond = shown.filter(S.reachesBeyond);
    const others = name === 'area' ? shown.filter((track) => !S.reachesBeyond(track)) : [];
    const drawn = others.includes(chosen) || (beyond.length === 0 && others.length > 0) ? others : beyond;
    const withClaims = drawn !== others || others.length === 0;
    return {
      tracks: drawn.map((track) => ({ track, points: drawings(track, curve.figure(track), state) })).filter(({ points }) => points.some((p) => p.value !== null)),
      claims: withClaims ? claimsOf(curve, state) : [],
      left: drawn === others ? [] : others.map((track) => track.title),
    };
  };

  /** What a track measures on a day: its value and what it knows of the day. */
  function reading({ track }, name, day, state) {
    const on = S.frontOn(track, day, state.known);
    const value = on.index === null ? null : track.figure(S.CURVE[name].figure(track), on.index);
    return { track, on, value };
  }

  /** What the curve says of a day, a sentence for each: first what mappers drew, then what was claimed. */
  S.curveReading = (name, found, day, state) => {
    const { unit } = S.CURVE[name];
    const drawn = found.tracks.map((one) => reading(one, name, day, state));
    const claims = found.claims.filter((claim) => claim.about === day);
    return [
      ...drawn.map(({ track, on, value }) => `${track.mapper}${track.style.unclear ? ' (unclear)' : ''} ${value === null ? 'no figure' : S.measured(value, unit)}, ${S.frontState(on)}`),
      ...claims.map((claim) => `${claim.who} claims ${claim.figure}${claim.basis === 'computed' ? ', computed' : ''}`),
    ];
  };
})(Salient);

/**
 * Which places have a mark: those that stand and are in sight; where they are too many, those in one spot share one.
 * Marks are made when a place is first in sight, so that ten thousand places cost no more than those on the screen.
 */
((S) => {
  'use strict';

  const MOST = 250;
  const CELL_PX = 58;
  const AROUND = 0.15;
  const CIRCLE_FROM_PX = 14;
  const marks = new Map();
  const crowds = [];
  const circles = new Map();
  let shown = new Set();
  let waiting = 0;

  /** The more was said of a place, the sooner its name is written; towns before all. */
  const rank = (() => {
    const said = new Map();
    for (const event of S.data.events) said.set(event.settlement, (said.get(event.settlement) || 0) + 1);
    const seats = new Set(S.baseLabels.map((base) => base.name));
    return (place) => 200 + Math.min(said.get(place.id) || 0, 90) + (seats.has(place.name) ? 800 : 0);
  })();

  const towns = S.baseLabels.map((base) => ({
    base,
    label: S.addLabel({ at: base.at, text: base.name, rank: base.seat ? 980 : 990, style: 'town', anchor: 'side', dot: true, clear: 4 }),
  }));

  for (const { name, at } of S.data.grounds.names) {
    const label = S.addLabel({ at: [at[1], at[0]], text: name.toUpperCase(), rank: 10, style: 'country', anchor: 'center' });
    S.setLabel(label, true, label.text);
  }

  /** Every place on the square world of zoom 0, 256 pixels wide: projected once. */
  const worlds = new Map(S.data.settlements.filter((place) => place.at).map((place) => [place.id, S.map.project([place.at[1], place.at[0]], 0)]));

  /** Places that stand and are in sight, or nearly: [{place, standing}]. */
  function inSight(state, view) {
    if (!state.layers.has('places')) return [];
    const bounds = S.map.getBounds().pad(AROUND);
    const [south, west, north, east] = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
    const found = [];
    for (const [id, standing] of view.places) {
      const place = S.settlements.get(id);
      if (!place?.at) continue;
      const [lon, lat] = place.at;
      if (lon >= west && lon <= east && lat >= south && lat <= north) found.push({ place, standing });
    }
    return found;
  }

  /** Places alone in their cell of the screen, and the cells with several; what is selected always stands alone. */
  function sorted(found, lit) {
    if (found.length <= MOST) return { alone: found, crowded: [] };
    const cells = new Map();
    const alone = [];
    const scale = 2 ** S.map.getZoom() / CELL_PX;
    for (const one of found) {
      if (lit.has(`settlement:${one.place.id}`)) {
        alone.push(one);
        continue;
      }
      const { x, y } = worlds.get(one.place.id);
      const spot = { x: Math.floor(x * scale), y: Math.floor(y * scale) };
      const key = spot.x * 1e7 + spot.y;
      if (!cells.has(key)) cells.set(key, { cell: [], spot });
      cells.get(key).cell.push(one);
    }
    const crowded = [];
    for (const full of cells.values()) {
      if (full.cell.length === 1) alone.push(full.cell[0]);
      else crowded.push(full);
    }
    // In the order of their spots, so that from day to day a mark stays where it is.
    crowded.sort((a, b) => a.spot.y - b.spot.y || a.spot.x - b.spot.x);
    return { alone, crowded };
  }

  function showCrowds(crowded) {
    const zoom = S.map.getZoom();
    crowded.forEach(({ cell, spot }, number) => {
      crowds[number] ??= S.crowdMark();
      const marker = crowds[number];
      const contested = cell.some(({ standing }) => standing.disputed);
      const look = `${spot.x} ${spot.y} ${zoom} ${cell.length} ${contested}`;
      if (look === marker.look) return;
      marker.look = look;
      marker.setLatLng(S.map.unproject(L.point(spot.x + 0.5, spot.y + 0.5).multiplyBy(CELL_PX), zoom));
      if (!S.map.hasLayer(marker)) marker.addTo(S.map);
      const icon = marker.getElement();
      icon.querySelector('span').textContent = S.number(cell.length);
      icon.setAttribute('aria-label', `${S.count(cell.length, 'place')} here; go closer`);
      icon.classList.toggle('disputed', contested);
    });
    for (const marker of crowds.slice(crowded.length)) {
      marker.remove();
      marker.look = '';
    }
  }

  /** How far off a point may be, drawn once that is wider than its mark. */
  function showCircles(alone) {
    const metres = (40075016.686 * Math.cos((S.map.getCenter().lat * Math.PI) / 180)) / 2 ** (S.map.getZoom() + 8);
    const wanted = new Map(alone.filter(({ place }) => place.precision / metres >= CIRCLE_FROM_PX).map(({ place }) => [place.id, place]));
    for (const [id, circle] of circles) {
      if (wanted.has(id)) continue;
      circle.remove();
      circles.delete(id);
    }
    for (const [id, place] of wanted) {
      if (circles.has(id)) continue;
      circles.set(id, L.circle([place.at[1], place.at[0]], { ...S.pathOptions('reach', 'precision'), radius: place.precision }).addTo(S.map));
    }
  }

  function arrange() {
    waiting = 0;
    const { state, current: view } = S;
    if (!view) return;
    const lit = S.highlighted();
    const { alone, crowded } = sorted(inSight(state, view), lit);
    const now = new Set();
    for (const { place, standing } of alone) {
      if (!marks.has(place.id)) marks.set(place.id, S.placeMark(place, rank(place)));
      S.paintMark(marks.get(place.id), standing, lit);
      now.add(place.id);
    }
    for (const id of shown) if (!now.has(id)) S.paintMark(marks.get(id), null, lit);
    shown = now;
    showCrowds(crowded);
    showCircles(alone);
    const written = new Set([...now].map((id) => S.settlements.get(id).name));
    for (const { base, label } of towns) S.setLabel(label, state.layers.has('towns') && !written.has(base.name), base.name);
  }

  S.onPaint(arrange);
  S.map.on('moveend zoomend resize', () => {
    if (!waiting) waiting = requestAnimationFrame(arrange);
  });
})(Salient);

/**
 * Which places have a mark: those that stand and are in sight; where they are too many, those in one spot share one.
 * Marks are made when a place is first in sight, so that ten thousand places cost no more than those on the screen.
 */
((S) => {
  'use strict';

  /** So many places in sight have a mark each; of more, those in one spot share one. */
  S.MOST_ALONE = 250;
  const CELL_PX = 58;
  const AROUND = 0.15;
  const CIRCLE_FROM_PX = 14;
  const NOBODY = () => ({ count: 0, disputed: false, last: null, sides: {} });
  const marks = new Map();
  const circles = new Map();
  let shown = new Set();
  let waiting = 0;
  let sight = null;

  /** The more was said of a place and the more people lived there, the sooner its name is written; towns before all. */
  const rank = (() => {
    const said = new Map();
    for (const event of S.data.events) said.set(event.settlement, (said.get(event.settlement) || 0) + 1);
    const seats = new Set(S.baseLabels.map((base) => base.name));
    const people = (place) => Math.min(40 * Math.log10(1 + (place.population || 0)), 200);
    return (place) => 200 + Math.min(said.get(place.id) || 0, 90) + people(place) + (seats.has(place.name) ? 800 : 0);
  })();

  const towns = S.baseLabels.map((base) => ({
    base,
    label: S.addLabel({ at: base.at, text: base.name, rank: base.seat ? 980 : 990, style: 'town', anchor: 'side', dot: true, clear: 4 }),
  }));

  for (const { name, at } of S.data.grounds.names) {
    const label = S.addLabel({ at: [at[1], at[0]], text: name.toUpperCase(), rank: 10, style: 'country', anchor: 'center' });
    S.setLabel(label, true, label.text);
  }

  /** Every place that is ever spoken of, on the square world of zoom 0, 256 pixels wide: projected once. */
  const worlds = new Map(S.data.settlements.filter((place) => place.at && S.standings.has(place.id)).map((place) => [place.id, S.map.project([place.at[1], place.at[0]], 0)]));

  /** Places in sight, or nearly, each with its cell of the screen; anew when the map moves. */
  function look() {
    const bounds = S.map.getBounds().pad(AROUND);
    const [south, west, north, east] = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
    const scale = 2 ** S.map.getZoom() / CELL_PX;
    const cells = new Map();
    const places = [];
    for (const [id, { x, y }] of worlds) {
      const place = S.settlements.get(id);
      const [lon, lat] = place.at;
      if (lon < west || lon > east || lat < south || lat > north) continue;
      const spot = { x: Math.floor(x * scale), y: Math.floor(y * scale) };
      const key = spot.x * 1e7 + spot.y;
      if (!cells.has(key)) cells.set(key, { spot, at: L.point(spot.x + 0.5, spot.y + 0.5).multiplyBy(CELL_PX), ...NOBODY() });
      places.push({ place, slot: S.standings.get(id), cell: cells.get(key), name: `settlement:${id}` });
    }
    // In the order of their spots, so that from day to day a shared mark stays where it is.
    const ordered = [...cells.values()].sort((a, b) => a.spot.y - b.spot.y || a.spot.x - b.spot.x);
    return { places, cells: ordered };
  }

  /** Places alone in their cell, and the cells with several; what is selected always stands alone. */
  function sorted(lit) {
    for (const cell of sight.cells) Object.assign(cell, NOBODY());
    const standing = sight.places.filter(({ slot }) => slot.standing);
    if (standing.length <= S.MOST_ALONE) return { alone: standing, crowded: [] };
    const alone = [];
    for (const one of standing) {
      if (lit.has(one.name)) alone.push(one);
      else join(one.cell, one);
    }
    for (const cell of sight.cells) if (cell.count === 1) alone.push(cell.last);
    return { alone, crowded: sight.cells.filter((cell) => cell.count > 1) };
  }

  function join(cell, one) {
    const { side, disputed } = one.slot.standing;
    cell.count += 1;
    cell.last = one;
    cell.disputed ||= disputed;
    cell.sides[side] = (cell.sides[side] || 0) + 1;
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
    const { state } = S;
    if (!S.current) return;
    const lit = S.highlighted();
    sight ??= look();
    const { alone, crowded } = state.layers.has('places') ? sorted(lit) : { alone: [], crowded: [] };
    const now = new Set();
    for (const { place, slot } of alone) {
      if (!marks.has(place.id)) marks.set(place.id, S.placeMark(place, rank(place)));
      S.paintMark(marks.get(place.id), slot.standing, lit);
      now.add(place.id);
    }
    for (const id of shown) if (!now.has(id)) S.paintMark(marks.get(id), null, lit);
    shown = now;
    S.showCrowds(crowded);
    showCircles(alone);
    const written = new Set([...now].map((id) => S.settlements.get(id).name));
    for (const { base, label } of towns) S.setLabel(label, state.layers.has('towns') && !written.has(base.name), base.name);
  }

  S.onPaint(arrange);
  S.map.on('moveend zoomend resize', () => {
    sight = null;
    if (!waiting) waiting = requestAnimationFrame(arrange);
  });
})(Salient);

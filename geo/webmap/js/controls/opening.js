/** What the map opens on: the case's view, or where the room is too small for that, all that is drawn of the first day. */
((S) => {
  'use strict';

  const SIDE_PX = 8;
  const NARROW_PX = 760;

  const asked = { center: S.map.getCenter(), zoom: S.map.getZoom() };

  /** The opening view. */
  S.home = asked;

  /** The ground of the advances of the day that is shown first, whatever the filters and the address say; null without any. */
  function drawn() {
    const first = { ...S.state, date: S.data.on, known: S.data.knownOn, sides: new Set(Object.keys(S.SIDE)), hidden: new Set() };
    const points = [...S.advancesOn(first)].flatMap(([id, { reach, bands }]) => {
      const advance = S.advances.get(id);
      const outer = bands ? advance.outer.map((rings) => rings[0]) : [];
      return [...outer, ...(reach && advance.reach ? advance.reach : [])].flatMap(S.latLngs);
    });
    return points.length ? L.latLngBounds(points) : null;
  }

  /** How much of the map's upper and lower edge is covered across. */
  function edges() {
    const { y } = S.map.getSize();
    const boxes = S.overlays().filter(([, top, , bottom]) => bottom - top < y / 4);
    const above = boxes.filter(([, top]) => top < y / 8).map(([, , , bottom]) => bottom);
    const below = boxes.filter(([, , , bottom]) => bottom > y - SIDE_PX * 2).map(([, top]) => y - top);
    return { above: Math.max(SIDE_PX, ...above), below: Math.max(SIDE_PX, ...below) };
  }

  /** Look at all of the bounds, if the present view does not show them clear of title, tools and credits. */
  function fit(bounds) {
    const { above, below } = edges();
    const size = S.map.getSize();
    const [topLeft, bottomRight] = [S.map.latLngToContainerPoint(bounds.getNorthWest()), S.map.latLngToContainerPoint(bounds.getSouthEast())];
    if (topLeft.x >= 0 && topLeft.y >= above && bottomRight.x <= size.x && bottomRight.y <= size.y - below) return;
    S.map.fitBounds(bounds, { paddingTopLeft: [SIDE_PX, above], paddingBottomRight: [SIDE_PX, below], maxZoom: asked.zoom, animate: false });
  }

  function goHome() {
    const bounds = drawn();
    S.map.setView(asked.center, asked.zoom, { animate: false });
    if (bounds && S.map.getSize().x <= NARROW_PX) fit(bounds);
    S.home = { center: S.map.getCenter(), zoom: S.map.getZoom() };
  }

  /** Open the map once there is room for it, on the address's view if that has one. */
  S.openView = () => {
    goHome();
    if (S.opening) S.map.setView(S.opening.center, S.opening.zoom, { animate: false });
  };

  /** Something beside the map took or gave room: a map that nobody has moved shows all of its opening view again. */
  S.roomChanged = () => {
    const { clientWidth, clientHeight } = S.map.getContainer();
    if (!clientWidth || !clientHeight || !S.isHome()) return;
    S.map.invalidateSize({ pan: false });
    goHome();
  };
})(Salient);

/** What the map opens on: the case's view, or where the room is too small for that, all that is drawn of the first day. */
import { isHome, look } from '../core/look.js';
import { advances, advancesOn, bodiesOn, latLngs, map, payload, ringsOf } from '../core/page.js';
import { SIDE_WORDS } from '../core/words.js';
import { overlays } from '../layers/overlays.js';

const SIDE_PX = 8;
const NARROW_PX = 760;
const LEAST_ROOM_PX = 200;

const first = look.home;

/** The ground of the advances of the day that is shown first, whatever the filters and the address say; null without any. */
function drawn() {
  const everybody = { sides: new Set(Object.keys(SIDE_WORDS)), hidden: new Set() };
  const asOf = { date: payload.on, known: payload.knownOn, ...everybody };
  const lines = [...advancesOn(asOf).keys()].flatMap((id) => (advances.get(id)?.depthLine ?? []).flatMap(latLngs));
  const bodies = [...bodiesOn(asOf).values()].flatMap(({ body, shown }) => (shown && body.bands ? [body] : []));
  // All the ground that an implied body allows would be half the map.
  const stated = bodies.filter(({ basis }) => basis === 'stated');
  const grounds = (stated.length ? stated : bodies).flatMap(({ basis, bands }) =>
    ringsOf((basis === 'stated' ? bands?.outer : bands?.likely) ?? bands?.inner ?? []),
  );
  const points = [...lines, ...grounds.flat()];
  return points.length ? L.latLngBounds(points) : null;
}

/** How much of the map's upper and lower edge is covered across. */
function edges() {
  const { y } = map.getSize();
  const boxes = overlays().filter(([, top, , bottom]) => bottom - top < y / 4);
  const above = boxes.filter(([, top]) => top < y / 8).map(([, , , bottom]) => bottom);
  const below = boxes.filter(([, , , bottom]) => bottom > y - SIDE_PX * 2).map(([, top]) => y - top);
  return { above: Math.max(SIDE_PX, ...above), below: Math.max(SIDE_PX, ...below) };
}

/**
 * Look at all of the bounds, if the present view does not show them clear of title, tools and credits.
 * @param {L.LatLngBounds} bounds
 */
function fit(bounds) {
  const { above, below } = edges();
  const size = map.getSize();
  const [topLeft, bottomRight] = [
    map.latLngToContainerPoint(bounds.getNorthWest()),
    map.latLngToContainerPoint(bounds.getSouthEast()),
  ];
  if (topLeft.x >= 0 && topLeft.y >= above && bottomRight.x <= size.x && bottomRight.y <= size.y - below) return;
  map.fitBounds(bounds, {
    paddingTopLeft: [SIDE_PX, above],
    paddingBottomRight: [SIDE_PX, below],
    maxZoom: first.zoom,
    animate: false,
  });
}

function goHome() {
  const bounds = drawn();
  map.setView(first.center, first.zoom, { animate: false });
  if (bounds && map.getSize().x <= NARROW_PX) fit(bounds);
  look.home = { center: map.getCenter(), zoom: map.getZoom() };
}

/** Open the map once there is room for it, on the address's view if that has one. */
export const openView = () => {
  goHome();
  if (look.asked) map.setView(look.asked.center, look.asked.zoom, { animate: false });
};

/** Something beside the map took or gave room: a map that nobody has moved shows all of its opening view again. */
export const roomChanged = () => {
  const { clientWidth, clientHeight } = map.getContainer();
  if (!clientWidth || !clientHeight || !isHome()) return;
  map.invalidateSize({ pan: false });
  goHome();
};

// The map keeps its place on the ground when the room around it changes; the first room it is given, which may come
// after the script, it opens on its home view.
let roomed = false;
let width = 0;
new ResizeObserver(() => {
  const { clientWidth, clientHeight } = map.getContainer();
  if (!clientWidth || !clientHeight) return;
  const atHome = isHome();
  map.invalidateSize({ pan: false });
  // A frame may be a sliver for a moment before it has its size: what was fitted into that is no opening view.
  if (!roomed || (clientWidth !== width && atHome)) openView();
  roomed ||= clientHeight >= LEAST_ROOM_PX;
  width = clientWidth;
}).observe(map.getContainer());

/** Where the map looks, as text: "lon,lat,zoom". Absent while nobody has moved it from its opening view. */
((S) => {
  'use strict';

  const FORM = /^-?\d{1,3}(\.\d{1,10})?,-?\d{1,2}(\.\d{1,10})?,\d{1,2}(\.\d{1,4})?$/;
  const SETTLE_MS = 250;
  const listeners = [];
  let touched = false;
  let timer = 0;

  const textOf = (center, zoom) => [center.lng.toFixed(5), center.lat.toFixed(5), zoom.toFixed(2)].map(Number).join(',');

  /** The view as text, or null where it is the opening one. @returns {?string} */
  S.viewpoint = () => (touched && !S.isHome() ? textOf(S.map.getCenter(), S.map.getZoom()) : null);

  /** Whether the map looks at its opening view; Leaflet keeps middles on whole pixels, so to two of them. */
  S.isHome = () => {
    const off = S.map.latLngToContainerPoint(S.home.center).distanceTo(S.map.getSize().divideBy(2));
    return off < 2 && S.map.getZoom() === S.home.zoom;
  };

  /** Look where a text says, if it is well formed and inside the case. @param {*} text @returns {boolean} */
  S.lookAt = (text) => {
    if (typeof text !== 'string' || !FORM.test(text)) return false;
    const [lon, lat, zoom] = text.split(',').map(Number);
    const [west, south, east, north] = S.data.area;
    if (lon < west || lon > east || lat < south || lat > north || zoom < 1 || zoom > 20) return false;
    touched = true;
    S.opening = { center: [lat, lon], zoom };
    S.map.setView([lat, lon], zoom, { animate: false });
    return true;
  };

  /** Call a function with the view once a person has moved the map. @param {function(?string)} listener */
  S.onLook = (listener) => listeners.push(listener);

  for (const gesture of ['pointerdown', 'wheel', 'keydown', 'touchstart']) {
    S.byId('stage').addEventListener(gesture, () => { touched = true; }, { capture: true, passive: true });
  }
  S.map.on('moveend', () => {
    if (!touched) return;
    clearTimeout(timer);
    timer = setTimeout(() => listeners.forEach((listener) => listener(S.viewpoint())), SETTLE_MS);
  });
})(Salient);

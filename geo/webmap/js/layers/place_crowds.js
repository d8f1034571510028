/**
 * One mark for the many places in one spot: how many, and by whose latest word, as a ring. Hundreds of them change from
 * day to day, so they are painted on a canvas, each alone when it changes; what a pointer and the keyboard meet is an
 * empty element of the page on top of each.
 */
((S) => {
  'use strict';

  const RADIUS_PX = 14;
  const RING_PX = 3;
  const HALF_PX = RADIUS_PX + 2;
  const SIDES = ['ukraine', 'russia', 'independent'];
  const family = getComputedStyle(document.body).fontFamily;
  const MOST_FACES = 600;
  const targets = new Map();
  const spare = [];
  const faces = new Map();
  let crowds = new Map();
  let zoom = null;

  const Target = L.Icon.extend({
    options: { iconSize: [2 * RADIUS_PX, 2 * RADIUS_PX], className: 'crowd' },
    createIcon() {
      const icon = S.el('div', {});
      this._setIconStyles(icon, 'icon');
      return icon;
    },
    createShadow: () => null,
  });

  /** What is seen of a crowd; the same face need not be painted again. */
  const faceOf = ({ count, disputed, sides }) => `${count} ${disputed} ${SIDES.map((side) => sides[side] || 0)}`;

  /** "35 places; latest word · Ukraine's side: 20; …". */
  function describe({ count, disputed, sides }) {
    const lines = SIDES.filter((side) => sides[side]).map((side) => `latest word · ${S.SIDE[side]}: ${S.number(sides[side])}`);
    return { title: S.count(count, 'place'), lines: [...lines, disputed ? 'some disputed' : '', 'click to go closer'] };
  }

  const Layer = S.CanvasLayer.extend({
    options: { pane: 's-places', padding: 0.15, name: 'crowds' },

    /** Paint the crowds whose face has changed, and wipe those that are gone. */
    paint() {
      const frame = this.frame();
      if (!frame) return;
      if (frame.key !== this._key) this.refresh();
      for (const [key, { x, y, face }] of this._painted) {
        if (crowds.has(key) && face === faceOf(crowds.get(key))) continue;
        this.pen.clearRect(x - HALF_PX, y - HALF_PX, 2 * HALF_PX, 2 * HALF_PX);
        this._painted.delete(key);
      }
      for (const [key, crowd] of crowds) {
        if (this._painted.has(key)) continue;
        const at = { x: crowd.at.x - frame.x, y: crowd.at.y - frame.y, face: faceOf(crowd) };
        this.pen.drawImage(pictureOf(crowd, frame.dpr), at.x - HALF_PX, at.y - HALF_PX, 2 * HALF_PX, 2 * HALF_PX);
        this._painted.set(key, at);
      }
    },

    /** Forget what is painted, as after a move or a change of theme. */
    refresh() {
      const frame = this.frame();
      if (!frame) return;
      this._key = frame.key;
      this._painted = new Map();
      faces.clear();
      this.wipe(frame);
      // After a zoom the crowds are of another zoom until the places have been arranged anew.
      if (zoom === this._map.getZoom()) this.paint();
    },
  });

  /** A crowd's disc, drawn once for all crowds that look alike. */
  function pictureOf(crowd, dpr) {
    const face = `${faceOf(crowd)} ${dpr}`;
    if (!faces.has(face)) {
      if (faces.size >= MOST_FACES) faces.clear();
      faces.set(face, picture(crowd, dpr));
    }
    return faces.get(face);
  }

  function picture(crowd, dpr) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.round(2 * HALF_PX * dpr);
    const pen = canvas.getContext('2d');
    pen.scale(canvas.width / (2 * HALF_PX), canvas.height / (2 * HALF_PX));
    pen.translate(HALF_PX, HALF_PX);
    disc(pen, crowd);
    return canvas;
  }

  function disc(pen, { count, disputed, sides }) {
    pen.beginPath();
    pen.arc(0, 0, RADIUS_PX, 0, 2 * Math.PI);
    pen.fillStyle = S.colour('--sheet');
    pen.fill();
    ring(pen, sides);
    pen.beginPath();
    pen.arc(0, 0, RADIUS_PX, 0, 2 * Math.PI);
    pen.lineWidth = disputed ? 1.6 : 1;
    pen.strokeStyle = S.colour('--disputed');
    pen.setLineDash(disputed ? [2.5, 2] : []);
    pen.stroke();
    pen.fillStyle = S.colour('--ink');
    pen.font = `650 ${count < 1000 ? 11 : 9}px ${family}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(S.number(count), 0, 0.5);
  }

  /** The share of each side's words, clockwise from the top. */
  function ring(pen, sides) {
    const all = SIDES.reduce((sum, side) => sum + (sides[side] || 0), 0);
    let from = -Math.PI / 2;
    pen.lineWidth = RING_PX;
    pen.setLineDash([]);
    for (const side of SIDES.filter((name) => sides[name])) {
      const until = from + (2 * Math.PI * sides[side]) / all;
      pen.beginPath();
      pen.arc(0, 0, RADIUS_PX - RING_PX / 2 - 0.5, from, until);
      pen.strokeStyle = S.colour(`--${side}`);
      pen.stroke();
      from = until;
    }
  }

  function target() {
    const marker = new S.PlaneMarker([0, 0], { pane: 's-places', icon: new Target(), keyboard: true, bubblingMouseEvents: false });
    marker.on('click', () => S.map.setView(marker.getLatLng(), S.map.getZoom() + 1.5));
    marker.on('mouseover', (event) => S.tip.show(describe(marker.crowd), event.originalEvent));
    marker.on('mousemove', (event) => S.tip.move(event.originalEvent));
    marker.on('mouseout', () => S.tip.hide());
    return marker;
  }

  /** Put an element over each crowd, and take away those over none. */
  function putTargets() {
    for (const [key, marker] of targets) {
      if (crowds.has(key)) continue;
      marker.remove();
      spare.push(marker);
      targets.delete(key);
    }
    for (const [key, crowd] of crowds) {
      if (!targets.has(key)) {
        const marker = spare.pop() || target();
        targets.set(key, Object.assign(marker.setLatLng(S.map.unproject(crowd.at, zoom)).addTo(S.map), { count: 0 }));
      }
      const marker = targets.get(key);
      if (marker.count !== crowd.count) marker.getElement().setAttribute('aria-label', `${S.count(crowd.count, 'place')} here; go closer`);
      Object.assign(marker, { crowd, count: crowd.count });
    }
  }

  /** A picture of a crowd for the legend. */
  S.crowdKey = () => {
    const holder = S.el('span', { class: 'crowd-key', 'aria-hidden': 'true' });
    const paint = () => holder.replaceChildren(picture({ count: 12, disputed: false, sides: { ukraine: 6, russia: 4, independent: 2 } }, 2));
    paint();
    S.onTheme(paint);
    return holder;
  };

  const layer = new Layer().addTo(S.map);
  S.onTheme(() => layer.refresh());

  /**
   * Show these crowds and no others.
   * @param {Array<{spot: {x: number, y: number}, at: L.Point, count: number, disputed: boolean, sides: Object<string, number>}>} wanted
   *   `at` in pixels of the world at the map's zoom
   */
  S.showCrowds = (wanted) => {
    zoom = S.map.getZoom();
    crowds = new Map(wanted.map((crowd) => [`${crowd.spot.x} ${crowd.spot.y} ${zoom}`, crowd]));
    putTargets();
    layer.paint();
    S.keepClear(wanted.map(({ at }) => at), RADIUS_PX);
  };
})(Salient);

/** Mappers' fronts on the map: a canvas under zones and claims that is painted anew only when what it shows changes. */
((S) => {
  'use strict';

  const PADDING = 0.12;
  const holder = S.map.getContainer();
  let trouble = '';

  /** Tracks that the layers and filters let through, with what they know of the day. @returns {Object[]} */
  S.frontsShown = (state, view) =>
    state.layers.has('fronts') ? [...view.fronts.values()].filter(({ track }) => !state.hiddenFronts.has(track.id)) : [];

  const drawable = () => S.frontsShown(S.state, S.current).filter(({ track, index }) => track.series && index !== null);

  const Fronts = S.CanvasLayer.extend({
    options: { pane: 's-fronts', padding: PADDING, name: 'fronts' },

    /** Paint the state, unless that is what the canvas shows. */
    paint() {
      const frame = this.frame();
      if (!S.current || !frame) return;
      const found = drawable();
      const lit = S.highlighted();
      const wanted = JSON.stringify([frame.key, S.state.compare, found.map(({ track, index, age }) => [track.id, index, age > 0, lit.has(`front:${track.id}`)])]);
      if (wanted === this._shown) return;
      this._shown = wanted;
      this.wipe(frame);
      for (const on of found) drawFront(this.pen, on, frame, lit);
      for (const on of found) S.drawDifference(this.pen, on, frame);
    },

    /** Forget the picture, as after a move or a change of theme. */
    refresh() {
      this._shown = '';
      this.paint();
    },
  });

  /** Where a pattern is pinned: the corner of the world's pixels, so that it stays on the ground while the map moves. */
  const pinned = (frame) => ({ dpr: frame.dpr, x: -frame.x, y: -frame.y });

  function drawFront(pen, { track, index, age }, frame, lit) {
    const path = S.outlineOf(track.series, index, frame);
    const own = lit.has(`front:${track.id}`);
    pen.globalAlpha = age > 0 ? S.CARRIED_ALPHA : 1;
    pen.fillStyle = S.frontFill(pen, track, '', pinned(frame));
    pen.fill(path);
    S.frontStroke(pen, path, track, { carried: age > 0, lit: own });
    pen.globalAlpha = 1;
  }

  /** Draw what a track gained and lost between the two days that are compared, each within the ground it belongs to. */
  S.drawDifference = (pen, { track }, frame) => {
    const ends = S.comparedEnds(track);
    if (!ends || ends.why) return;
    const { walks } = S.differenceOf(track.series, ends.before, ends.after);
    const path = S.pathOfWalks(walks, frame);
    for (const [kind, index] of [['gained', ends.after], ['lost', ends.before]]) {
      pen.save();
      pen.clip(S.outlineOf(track.series, index, frame));
      pen.fillStyle = S.frontFill(pen, track, kind, pinned(frame));
      pen.fill(path);
      S.differenceStroke(pen, path, track, kind);
      pen.restore();
    }
  };

  const layer = new Fronts();
  S.frontsLayer = layer;
  layer.addTo(S.map);
  S.onPaint(() => layer.paint());
  S.onTheme(() => layer.refresh());

  /** Why the fronts are not drawn, or ''. */
  S.frontsTrouble = () => trouble;

  /** Unpack every series; the rest of the map is on the screen by then. @returns {Promise<void>} */
  S.loadFronts = async () => {
    if (!S.canInflate() && S.tracks.size > 0) {
      trouble = 'This browser is too old to unpack the fronts; their figures are complete, the map shows none of them.';
      S.paint();
      return;
    }
    for (const track of S.tracks.values()) {
      try {
        track.series = S.projectSeries(await S.readSeries(track.series64));
      } catch (error) {
        if (!(error instanceof RangeError || error instanceof TypeError || error instanceof DOMException)) throw error;
        trouble = `The front of ${track.mapper} can't be unpacked (${error.message}).`;
      }
      S.paint();
    }
  };

  /** The drawn tracks that hold a place, the last drawn first. @param {L.LatLng} at @returns {Object[]} */
  S.frontsAt = ({ lat, lng }) => drawable().filter(({ track, index }) => S.holds(track.series, index, lng, lat)).reverse();

  /** Select the front under a place, and with each further click the one under that. Whether there was one to select. */
  S.selectFrontAt = (at) => {
    const names = S.frontsAt(at).map(({ track }) => `front:${track.id}`);
    const next = names[names.indexOf(S.state.selected) + 1];
    if (next === undefined) return false;
    S.update({ selected: next });
    return true;
  };

  let hovered = 0;
  S.map.on('mousemove', ({ latlng, originalEvent }) => {
    cancelAnimationFrame(hovered);
    hovered = requestAnimationFrame(() => point(latlng, originalEvent));
  });
  S.map.on('mouseout movestart', () => {
    cancelAnimationFrame(hovered);
    leave();
  });

  function leave() {
    if (!holder.classList.contains('over-front')) return;
    holder.classList.remove('over-front');
    S.tip.hide();
  }

  function point(at, event) {
    if (event.target.closest('.leaflet-interactive')) {
      holder.classList.remove('over-front');
      return;
    }
    const under = S.frontsAt(at);
    if (under.length === 0) {
      leave();
      return;
    }
    holder.classList.add('over-front');
    S.tip.show(S.describeFronts(under), event);
  }
})(Salient);

/** A canvas on the map that keeps its place through pans and zooms; what is on it is for its user to draw. */
((S) => {
  'use strict';

  /** Options: `pane`, `padding` (share of the map beyond each edge), `name` (the canvas' class). */
  S.CanvasLayer = L.Renderer.extend({
    _initContainer() {
      this._container = S.el('canvas', { class: this.options.name, 'aria-hidden': 'true' });
      this.pen = this._container.getContext('2d');
    },

    _destroyContainer() {
      this._container.remove();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const dpr = window.devicePixelRatio || 1;
      const canvas = this._container;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      if (canvas.width !== Math.round(size.x * dpr) || canvas.height !== Math.round(size.y * dpr)) {
        canvas.width = Math.round(size.x * dpr);
        canvas.height = Math.round(size.y * dpr);
        canvas.style.width = `${size.x}px`;
        canvas.style.height = `${size.y}px`;
      }
      this.refresh();
    },

    /** Where the canvas lies among the pixels of the world, and its pixels a CSS pixel; null before it is on the map. */
    frame() {
      if (!this._bounds) return null;
      return { ...S.frameOf(this._map, this._bounds), dpr: window.devicePixelRatio || 1 };
    },

    /** Wipe the canvas and make one unit of the pen a CSS pixel. @param {{dpr: number}} frame */
    wipe({ dpr }) {
      this.pen.setTransform(1, 0, 0, 1, 0, 0);
      this.pen.clearRect(0, 0, this._container.width, this._container.height);
      this.pen.setTransform(dpr, 0, 0, dpr, 0, 0);
    },
  });
})(Salient);

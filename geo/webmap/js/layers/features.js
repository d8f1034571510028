/** What every drawn feature can do: be shown, marked, pointed at, focused and selected. */
((S) => {
  'use strict';

  const nodeOf = (layer) => layer.getElement();

  /** Put a node at a point of its layer, on the plane: a third dimension would make each a layer of the compositor's. */
  S.shift = (node, { x, y }) => {
    node.style.transform = `translate(${x}px, ${y}px)`;
  };

  /** A marker that is put on the plane, as many of them are. */
  S.PlaneMarker = L.Marker.extend({
    _setPos(point) {
      L.Marker.prototype._setPos.call(this, point);
      S.shift(this._icon, point);
    },
  });

  /** Build the features of a kind, keeping their order. @param {string} kind @param {Object[]} records */
  S.inTurn = (kind, records, build) => records.map((record) => ({ kind, ...build(record) }));

  /** Show or hide a path, and mark it. @param {L.Path} layer @param {boolean} on @param {Object<string, boolean>} flags */
  S.show = (layer, on, flags) => {
    const node = nodeOf(layer);
    if (!node) return;
    node.classList.toggle('off', !on);
    for (const [flag, value] of Object.entries(flags)) node.classList.toggle(flag, on && value);
  };

  /** Put a data attribute on a path. @param {L.Path} layer @param {string} name @param {string} value */
  S.mark = (layer, name, value) => {
    const node = nodeOf(layer);
    if (node.getAttribute(`data-${name}`) !== value) node.setAttribute(`data-${name}`, value);
  };

  /**
   * Make a feature answer to pointer and keyboard.
   * @param {L.Layer} layer @param {string} name "type:id" @param {function(): Object} describe
   * @param {string} label what a screen reader calls it; empty where the keyboard does not stop
   */
  S.listen = (layer, name, describe, label) => {
    layer.on('mouseover', (event) => S.tip.show(describe(), event.originalEvent));
    layer.on('mousemove', (event) => S.tip.move(event.originalEvent));
    layer.on('mouseout', () => S.tip.hide());
    layer.on('click', (event) => {
      L.DomEvent.stop(event.originalEvent);
      S.select(name);
    });
    const node = nodeOf(layer);
    if (!label || !node) return;
    node.setAttribute('aria-label', label);
    node.setAttribute('tabindex', '0');
    node.setAttribute('role', 'button');
    node.addEventListener('focus', () => {
      if (!node.matches(':focus-visible')) return;
      node.setAttribute('aria-label', S.tip.words(describe()));
      S.tip.show(describe(), node);
    });
    node.addEventListener('blur', () => S.tip.hide());
    node.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      S.select(name);
    });
  };

  S.map.on('click', (event) => {
    if (S.selectFrontAt(event.latlng)) return;
    if (S.state.selected !== null) S.update({ selected: null });
  });
})(Salient);

/** What lies over the map: where title, tools, legend, scale and credits cover it. */
((S) => {
  'use strict';

  const CLEAR_PX = 3;
  const stage = S.byId('stage');
  const names = ['#masthead', '#find', '#search-button', '#layers-button', '#zoom', '#legend', '#attribution', '.leaflet-control-scale'];
  const covers = names.map((name) => stage.querySelector(name));
  let boxes = null;

  /** Boxes [left, top, right, bottom] on the map, in its pixels, that something covers; measured once until one changes. */
  S.overlays = () => {
    boxes ??= measure();
    return boxes;
  };

  function measure() {
    const map = S.map.getContainer().getBoundingClientRect();
    return covers.map((node) => node.getBoundingClientRect()).filter((box) => box.width > 0).map((box) =>
      [box.left - map.left - CLEAR_PX, box.top - map.top - CLEAR_PX, box.right - map.left + CLEAR_PX, box.bottom - map.top + CLEAR_PX]);
  }

  // The card moves the tools aside; the map's own size moves what hangs at its edges.
  const watch = new ResizeObserver(() => {
    boxes = null;
    S.placeLabelsSoon();
  });
  for (const node of [...covers, S.byId('card'), stage]) watch.observe(node);
})(Salient);

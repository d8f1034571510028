/**
 * Who gets the finger and the wheel. Inside another page one finger and the plain wheel belong to that page: the map
 * moves with two fingers and zooms with Ctrl or ⌘. On its own the document fills the window, and both belong to the map.
 */
((S) => {
  'use strict';

  if (!S.hosted && !S.framed) return;
  const holder = S.map.getContainer();
  holder.classList.add('shares-gestures');

  const apple = /Mac|iPhone|iPad/.test(navigator.platform);
  holder.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.stopImmediatePropagation();
      S.notice(`Hold ${apple ? '⌘' : 'Ctrl'} and scroll to zoom the map`);
    },
    { capture: true, passive: true },
  );
  for (const type of ['touchstart', 'touchmove']) {
    holder.addEventListener(
      type,
      (event) => {
        if (event.touches.length !== 1) return;
        event.stopImmediatePropagation();
        if (type === 'touchmove') S.notice('Use two fingers to move the map');
      },
      { capture: true, passive: true },
    );
  }
})(Salient);

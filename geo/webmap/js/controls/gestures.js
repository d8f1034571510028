/**
 * Who gets the finger and the wheel. Inside another page one finger and the plain wheel belong to that page: the map
 * moves with two fingers and zooms with Ctrl or ⌘. On its own the document fills the window, and both belong to the map.
 */
import { isFramed, isHosted, map } from '../core/page.js';
import { showNotice } from './notice.js';

const holder = map.getContainer();

/** Leave one finger and the plain wheel to the page around. */
function share() {
  holder.classList.add('shares-gestures');

  const apple = /Mac|iPhone|iPad/.test(navigator.platform);
  holder.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.stopImmediatePropagation();
      showNotice(`Hold ${apple ? '⌘' : 'Ctrl'} and scroll to zoom the map`);
    },
    { capture: true, passive: true },
  );
  for (const type of /** @type {const} */ (['touchstart', 'touchmove'])) {
    holder.addEventListener(
      type,
      (event) => {
        if (event.touches.length !== 1) return;
        event.stopImmediatePropagation();
        if (type === 'touchmove') showNotice('Use two fingers to move the map');
      },
      { capture: true, passive: true },
    );
  }
}

if (isHosted || isFramed) share();

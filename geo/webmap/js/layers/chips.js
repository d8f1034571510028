/** Chips: a side as a letter on its hue, the same sign beside a mark, in the legend and in the lists. */
/** @import { Side } from '../payload' */
import { el, svg } from '../core/dom.js';
import { SIDE_LETTERS } from '../core/words.js';

/** Where the first chip of a mark stands from its middle, and how large each is; pixels. */
export const CHIP_PX = { x: 3, y: 1.5, w: 8, h: 9 };

/** The chips of a mark, one after another. @param {Side[]} sides */
export const chipsOf = (sides) =>
  sides.map((side, i) =>
    svg(
      'g',
      { class: `chip chip-${side}`, transform: `translate(${CHIP_PX.x + i * CHIP_PX.w} ${CHIP_PX.y})` },
      svg('rect', { width: CHIP_PX.w - 0.5, height: CHIP_PX.h, rx: 1.5 }),
      svg('text', { x: (CHIP_PX.w - 0.5) / 2, y: CHIP_PX.h - 1.8 }, SIDE_LETTERS[side]),
    ),
  );

/** A chip among words. @param {Side} side */
export const chip = (side) => el('i', { class: `swatch swatch-${side}`, 'aria-hidden': 'true' }, SIDE_LETTERS[side]);

/** A line on the map when nothing on it is filled any more: how old the newest shape is, and what was left out and why. */
import { byId } from '../core/dom.js';
import { payload } from '../core/page.js';
import { onPaint } from '../core/state.js';
import { bodiesShown } from '../layers/bodies.js';
import { noticeOf } from '../rules/bodies.js';

const line = byId('age-notice');

onPaint((state, view) => {
  const on = state.layers.has('advances');
  const bodies = on ? bodiesShown(state, view).flatMap(([, one]) => (one.body.bands ? [one] : [])) : [];
  const alone = payload.advances.filter(({ inBody, bands }) => bands && !inBody);
  const advances = on ? alone.flatMap(({ id }) => view.advances.get(id) ?? []) : [];
  const without = [...view.bodies.values()].filter((one) => on && one.asked && one.without.length > 0);
  const hidden = without.map(
    ({ body, without: who }) =>
      `${body.who} has no shape here: it rests on the word of ${who.join(', ')}, who is hidden.`,
  );
  const words = [noticeOf([...bodies, ...advances], payload.ages), ...hidden].filter(Boolean).join(' ');
  if (line.textContent !== words) line.textContent = words;
  line.hidden = words === '';
});

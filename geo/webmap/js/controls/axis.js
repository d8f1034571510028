/** Which days the time bar spans: all of them, or fewer around the day looked at, so that a busy month is not a smudge. */
((S) => {
  'use strict';

  const SPANS = [182, 61, 21];
  const MARKS = 3;
  const ROOM_PX = 46;
  const range = S.byId('date');
  const holder = S.byId('axis');
  const fewer = S.byId('fewer-days');
  const more = S.byId('more-days');
  const choices = [S.data.last, ...SPANS.filter((days) => days < S.data.last)];
  const listeners = [];
  let choice = 0;
  let held = false;

  /** The first and the last day of the bar. */
  S.axis = { first: 0, last: S.data.last };

  /** Where on the bar a day lies: 0 its first day, 1 its last; outside of that it is off the bar. @param {number} day */
  S.axisShare = (day) => (day - S.axis.first) / Math.max(1, S.axis.last - S.axis.first);

  /** The day at a share of the bar. @param {number} share @returns {number} */
  S.axisDay = (share) => S.clamp(Math.round(S.axis.first + share * (S.axis.last - S.axis.first)));

  /** Put a line where a day lies, or nowhere. @param {HTMLElement} line @param {?number} day */
  S.putOnAxis = (line, day) => {
    const share = day === null ? -1 : S.axisShare(day);
    line.hidden = share < 0 || share > 1;
    line.style.left = `${100 * share}%`;
  };

  /** Call a function whenever the bar spans other days. @param {function} draw */
  S.onAxis = (draw) => listeners.push(draw);

  /** Days to name under the bar: the start, the months, with few of those every seventh day; each where it has room. */
  function marksOf({ first, last }) {
    const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const months = days.filter(S.isMonthStart);
    const weeks = months.length < MARKS ? days.filter((day) => ['08', '15', '22'].includes(S.iso(day).slice(8))) : [];
    const room = (ROOM_PX * (last - first)) / Math.max(1, holder.clientWidth);
    const kept = [];
    for (const day of [S.data.start, ...months, ...weeks]) {
      if (day >= first && day <= last && kept.every((other) => Math.abs(other - day) >= room)) kept.push(day);
    }
    return kept;
  }

  function mark() {
    S.replace(holder, ...marksOf(S.axis).map((day) => {
      const name = S.el('span', {}, S.shortDate(day));
      name.style.left = `${100 * S.axisShare(day)}%`;
      return name;
    }));
  }

  function place() {
    const days = choices[choice];
    const first = Math.min(S.data.last - days, Math.max(0, S.state.date - Math.round(days / 2)));
    S.axis = { first, last: first + days };
    range.min = S.axis.first;
    range.max = S.axis.last;
    range.value = S.state.date;
    mark();
    fewer.disabled = choice === choices.length - 1;
    more.disabled = choice === 0;
    for (const draw of listeners) draw(S.axis);
  }

  function zoom(by) {
    choice += by;
    place();
    S.paint();
    S.byId('live').textContent = choice === 0 ? 'The time bar spans all days' : `The time bar spans ${S.count(choices[choice] + 1, 'day')}`;
  }

  fewer.addEventListener('click', () => zoom(1));
  more.addEventListener('click', () => zoom(-1));
  S.byId('spans').hidden = choices.length === 1;

  // Under the thumb the bar stands still; let go near its end, it goes on from there.
  range.addEventListener('pointerdown', () => {
    held = true;
  });
  for (const type of ['pointerup', 'pointercancel', 'change']) {
    range.addEventListener(type, () => {
      held = false;
    });
  }

  /** Whether the day has come to an end of the bar beyond which there are more days. */
  const atEnd = (day) => (day <= S.axis.first && S.axis.first > 0) || (day >= S.axis.last && S.axis.last < S.data.last);

  new ResizeObserver(mark).observe(holder);

  /** Draw the bar for the first time, once everything on it listens. */
  S.openAxis = place;
  S.onPaint((state) => {
    if (!held && atEnd(state.date)) place();
  });
})(Salient);

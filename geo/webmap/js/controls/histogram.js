/** Claims by the day they were known, stacked by side, drawn along the travel of the thumb below them. */
((S) => {
  'use strict';

  const ORDER = ['ukraine', 'russia', 'independent'];
  const chart = S.byId('histogram');
  const days = S.data.last + 1;
  const layers = ORDER.map((side) => S.svg('path', { class: `bar bar-${side}` }));
  const ticks = S.svg('path', { class: 'advance-ticks' });
  chart.append(...layers, ticks);
  let drawnFor = '';

  /** Claims per day known and side. @param {Object} state @returns {Object<string, number[]>} */
  function counts(state) {
    const found = Object.fromEntries(ORDER.map((side) => [side, new Array(days).fill(0)]));
    for (const claim of S.data.claims) {
      if (S.admitted(claim, state) && claim.known >= 0 && claim.known < days) found[claim.side][claim.known] += 1;
    }
    return found;
  }

  const bar = (day, from, to) => `M${day - 0.38} ${1 - from}H${day + 0.38}V${1 - to}H${day - 0.38}Z`;

  function draw(state) {
    const found = counts(state);
    const base = new Array(days).fill(0);
    const most = Math.max(1, ...base.map((_, day) => ORDER.reduce((sum, side) => sum + found[side][day], 0)));
    // A square root keeps a day with one claim visible beside a day with sixty; the title says so.
    const height = (n) => 0.96 * Math.sqrt(n / most);
    ORDER.forEach((side, i) => {
      let path = '';
      for (let day = 0; day < days; day += 1) {
        const n = found[side][day];
        if (n > 0) path += bar(day, height(base[day]), height(base[day] + n));
        base[day] += n;
      }
      layers[i].setAttribute('d', path);
    });
    const drawn = S.data.advances.filter((advance) => S.admitted(advance, state) && S.stands(advance, state));
    const about = [...new Set(drawn.map((advance) => advance.about))].filter((day) => day >= 0 && day < days);
    ticks.setAttribute('d', about.map((day) => `M${day - 0.38} 1.03H${day + 0.38}V1.12H${day - 0.38}Z`).join(''));
  }

  S.onAxis(({ first, last }) => chart.setAttribute('viewBox', `${first} 0 ${Math.max(1, last - first)} 1`));
  S.onPaint((state) => {
    const wanted = JSON.stringify([state.known, [...state.sides], [...state.hidden]]);
    if (wanted === drawnFor) return;
    drawnFor = wanted;
    draw(state);
  });
})(Salient);

/** A mapper's area, depth or width over time on the time bar's own axis, with the claims of it as points beside the lines. */
((S) => {
  'use strict';

  const plot = S.byId('plot');
  const chart = S.byId('curve');
  const names = S.byId('curve-names');
  const readingLine = S.byId('reading');
  const bars = S.byId('histogram');
  const HEAD = 6;
  let drawnFor = '';
  let found = { tracks: [], claims: [], left: [] };
  let scale = null;

  /** A round number at or above a value. */
  function roundUp(value) {
    const power = 10 ** Math.floor(Math.log10(value));
    return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((end) => end >= value);
  }

  /** From zero to a round end; far from zero, as for a whole country's front, from near the lowest value. */
  function rangeOf(values) {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    if (!Number.isFinite(most) || most <= 0) return [0, 1];
    if (least < most / 2) return [0, roundUp(most)];
    const step = roundUp((most - least || most / 10) / 2);
    return [Math.floor(least / step) * step, Math.ceil(most / step) * step];
  }

  function makeScale() {
    const drawn = found.tracks.flatMap(({ points }) => points.map((point) => point.value)).filter((value) => value !== null);
    const [low, high] = rangeOf([...drawn, ...found.claims.flatMap((claim) => [claim.value, claim.high ?? claim.value])]);
    const [w, h] = [plot.clientWidth, plot.clientHeight];
    return { low, high, w, h, x: (day) => S.axisShare(day) * w, y: (value) => h - 1 - ((value - low) / (high - low)) * (h - 1 - HEAD) };
  }

  const n1 = (value) => value.toFixed(1);

  /** A track's paths: whole between days that follow one another, dashed and level while carried forward, a dot for a lone day. */
  function pathsOf(points) {
    const paths = { whole: '', carried: '', lone: '' };
    points.forEach((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      const joined = Boolean(before && before.value !== null && before.day === point.day - 1);
      const joins = Boolean(after && after.value !== null && after.day === point.day + 1);
      if (point.value === null) return;
      const [x, y] = [n1(scale.x(point.day)), n1(scale.y(point.value))];
      paths.whole += `${joined ? 'L' : 'M'}${x} ${y}`;
      if (!joined && !joins) paths.lone += `M${x} ${y}h0`;
      const until = after ? after.day : S.data.last;
      if (until > point.day + 1 || (!after && until > point.day)) paths.carried += `M${x} ${y}H${n1(scale.x(until))}`;
    });
    return paths;
  }

  function lineOf({ track, points }) {
    const { whole, carried, lone } = pathsOf(points);
    const group = S.svg('g', { class: `curve-track curve-${track.style.line} ${track.style.unclear ? 'curve-unclear' : ''}` },
      S.svg('path', { class: 'curve-whole', d: whole }), track.style.line === 'double' ? S.svg('path', { class: 'curve-inner', d: whole }) : null,
      S.svg('path', { class: 'curve-carried', d: carried }), S.svg('path', { class: 'curve-lone', d: lone }));
    group.style.setProperty('--hue', `var(${track.style.hue})`);
    return group;
  }

  /** A claim's mark, by modality as on the strip: ● about, ■ exact, ▸ at least, ◂ up to, a bar for a range; hollow if computed. */
  function markOf(claim) {
    const [x, y] = [scale.x(claim.about), scale.y(claim.value)];
    const shape = {
      at_least: () => S.svg('path', { d: `M${x - 4} ${y - 4.5}L${x + 5} ${y}L${x - 4} ${y + 4.5}Z` }),
      up_to: () => S.svg('path', { d: `M${x + 4} ${y - 4.5}L${x - 5} ${y}L${x + 4} ${y + 4.5}Z` }),
      exact: () => S.svg('rect', { x: x - 3.6, y: y - 3.6, width: 7.2, height: 7.2 }),
      range: () => S.svg('path', { class: 'range', d: `M${x - 3.5} ${y}H${x + 3.5}M${x} ${y}V${scale.y(claim.high ?? claim.value)}M${x - 3.5} ${scale.y(claim.high ?? claim.value)}H${x + 3.5}` }),
    }[claim.modality];
    const mark = shape ? shape() : S.svg('circle', { cx: x, cy: y, r: 3.8 });
    mark.classList.add('curve-claim', `said-${claim.side}`);
    if (claim.basis === 'computed') mark.classList.add('hollow');
    return mark;
  }

  function axisOf(unit) {
    const middle = (scale.low + scale.high) / 2;
    const short = (value) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
    return [scale.high, middle, scale.low].flatMap((value, i) => {
      const y = scale.y(value);
      const text = i === 1 && scale.h < 60 ? [] : [S.svg('text', { class: 'curve-tick', x: 0, y: i === 2 ? y - 2 : y + 9 }, `${short(value)}${i === 0 ? ` ${unit}` : ''}`)];
      return [S.svg('path', { class: 'curve-grid', d: `M0 ${n1(y)}H${scale.w}` }), ...text];
    });
  }

  /** The sentence that stands for the picture. */
  function sentence(name) {
    const { title, unit } = S.CURVE[name];
    const spans = found.tracks.map(({ track, points }) => {
      const values = points.map((point) => point.value).filter((value) => value !== null);
      return `${track.title}, from ${S.measured(Math.min(...values), unit)} to ${S.measured(Math.max(...values), unit)} on ${S.count(points.length, 'drawn day')}`;
    });
    const left = found.left.length ? ` Not on this axis, being no ground beyond the border: ${found.left.join(', ')}.` : '';
    return `${title} over time, ${unit}. ${spans.join('; ') || 'No front is measured'}. ${S.count(found.claims.length, 'claim')} as points.${left}`;
  }

  function draw(state) {
    const name = state.curve;
    found = S.curveOf(name, state);
    scale = makeScale();
    chart.setAttribute('viewBox', `0 0 ${Math.max(1, scale.w)} ${Math.max(1, scale.h)}`);
    const marks = [...found.claims].sort((a, b) => (a.basis === 'computed' ? -1 : 1) - (b.basis === 'computed' ? -1 : 1)).map(markOf);
    S.replace(chart, ...axisOf(S.CURVE[name].unit), ...found.tracks.map(lineOf), S.svg('g', { class: 'curve-claims' }, ...marks));
    chart.setAttribute('aria-label', sentence(name));
  }

  /** What the current day's line reads, in the bar. */
  function read(state) {
    const on = state.curve !== 'claims';
    const lines = on ? S.curveReading(state.curve, found, state.date, state) : [];
    const text = on ? lines.join(' · ') || 'No figure on this day' : '';
    if (readingLine.textContent !== text) readingLine.textContent = text;
  }

  S.onPaint((state) => {
    const on = state.curve !== 'claims';
    S.byId('bar').classList.toggle('with-curve', on);
    bars.toggleAttribute('hidden', on);
    chart.toggleAttribute('hidden', !on);
    for (const button of names.children) button.setAttribute('aria-pressed', String(button.dataset.curve === state.curve));
    const wanted = on ? JSON.stringify([state.curve, state.known, state.layers.has('fronts'), S.chosenFront(state)?.id, [...state.hiddenFronts], [...state.sides], [...state.hidden], S.axis.first, S.axis.last, plot.clientWidth, plot.clientHeight]) : '';
    if (on && wanted !== drawnFor) draw(state);
    drawnFor = wanted;
    read(state);
  });
  S.onSettle((state) => {
    if (state.curve === 'claims') return;
    const lines = S.curveReading(state.curve, found, state.date, state);
    S.byId('live').textContent += `. ${S.CURVE[state.curve].title}: ${lines.join('; ') || 'no figure on this day'}`;
  });
  new ResizeObserver(() => {
    if (S.state.curve !== 'claims' && S.current) {
      drawnFor = '';
      S.paint();
    }
  }).observe(plot);

  const choices = { claims: 'Claims', area: 'Area', depth: 'Depth', width: 'Width' };
  for (const [curve, label] of Object.entries(choices)) {
    const button = S.el('button', { type: 'button', 'aria-pressed': 'false', 'data-curve': curve }, label);
    button.addEventListener('click', () => S.update({ curve }));
    names.append(button);
  }

  const dayUnder = (event) => S.axisDay((event.clientX - plot.getBoundingClientRect().left) / plot.clientWidth);
  plot.addEventListener('pointermove', (event) => {
    if (S.state.curve === 'claims') return;
    const day = dayUnder(event);
    const lines = S.curveReading(S.state.curve, found, day, S.state);
    S.tip.show({ title: S.longDate(day), sub: `${S.CURVE[S.state.curve].title}, ${S.CURVE[S.state.curve].unit}`, lines: lines.length ? lines : ['No figure on this day'] }, event);
  });
  plot.addEventListener('pointerleave', () => S.tip.hide());
  plot.addEventListener('click', (event) => {
    if (S.state.curve !== 'claims') S.update({ date: dayUnder(event) });
  });
})(Salient);

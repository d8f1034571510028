/** A second date to compare with: what each mapper's front gained and lost between the two days, or why that can't be said. */
((S) => {
  'use strict';

  const MEASURE_AFTER_MS = 150;
  const box = S.byId('compare-box');
  const field = S.byId('compare');
  const panel = S.byId('difference');
  const rows = S.byId('difference-rows');
  const elsewhere = S.byId('difference-elsewhere');
  const toggle = S.byId('difference-toggle');
  const title = S.byId('difference-title');
  const line = S.byId('compare-line');
  let timer = 0;
  let shown = '';

  box.hidden = S.tracks.size === 0;
  const showField = S.dayField(field, () => S.state.compare, (day) => S.update({ compare: day }));

  const ordered = ({ date, compare }) => [Math.min(date, compare), Math.max(date, compare)];

  /** The ends of a track's difference in the present state; null without a second date. @param {Object} track */
  S.comparedEnds = (track) => {
    if (S.state.compare === null) return null;
    return S.endsOfDifference(track, ...ordered(S.state), S.state.known);
  };

  /** "gained 12.3 km², lost 0.4 km²", once it was measured; '' before. @param {Object} difference */
  const areasWords = ({ areas }) =>
    areas ? `gained ${S.measured(areas.gained, 'km²', 2)}, lost ${S.measured(areas.lost, 'km²', 2)}` : '';

  const differenceOf = (track, { before, after }) => S.differenceOf(track.series, before, after);

  /** What a tooltip says of a track's difference. @param {Object} track */
  S.comparedWords = (track) => {
    const ends = S.comparedEnds(track);
    if (!ends || ends.why || !track.series) return '';
    const words = areasWords(differenceOf(track, ends));
    const [first, last] = ordered(S.state);
    return words && `${words}, ${S.mediumDate(first)} to ${S.mediumDate(last)}`;
  };

  /** Measure what has not been measured yet; a drag that goes on puts it off. */
  function measureSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const { track } of S.frontsShown(S.state, S.current)) {
        const ends = S.comparedEnds(track);
        if (!ends || ends.why || !track.series) continue;
        const difference = differenceOf(track, ends);
        difference.areas ||= S.areasOf(difference.edges);
      }
      shown = '';
      draw(S.state, S.current);
      S.byId('difference-live').textContent = [...rows.children, ...elsewhere.children].map((row) => row.textContent).join('. ');
    }, MEASURE_AFTER_MS);
  }

  function rowOf({ track }) {
    const name = S.el('strong', {}, track.title);
    const ends = S.comparedEnds(track);
    if (ends.why) return S.el('li', {}, name, S.el('span', { class: 'quiet' }, ends.why));
    const areas = track.series ? differenceOf(track, ends).areas : undefined;
    const entry = (kind) => S.el('span', { class: 'change' }, S.frontKey(track, { kind }), kind, ' ', S.el('b', {}, areas ? S.measured(areas[kind], 'km²', 2) : '…'));
    return S.el('li', {}, name, S.el('span', { class: 'changes' }, entry('gained'), entry('lost')));
  }

  /** Whether a track has ground beyond the border on one of the days that are compared. */
  function isBeyond({ track }, { date, compare, known }) {
    return [date, compare].some((day) => {
      const { index } = S.frontOn(track, day, known);
      return index !== null && track.figure('depth', index) !== null;
    });
  }

  /** Show the second list where it has rows: folded, unless there is no other, and then as it was left. */
  function showElsewhere(count, alone) {
    const box = S.byId('difference-others');
    box.hidden = count === 0;
    if (box.dataset.alone !== String(alone)) box.open = alone;
    box.dataset.alone = String(alone);
    S.byId('difference-count').textContent = ` (${count})`;
  }

  /** Put the tracks in the panel: what lies beyond the border is what the case is about, the others stand after it. */
  function list(found, state) {
    const beyond = found.filter((on) => isBeyond(on, state));
    const others = found.filter((on) => !beyond.includes(on));
    S.replace(rows, ...beyond.map(rowOf), found.length ? null : S.el('li', { class: 'quiet' }, 'No front is switched on.'));
    S.replace(elsewhere, ...others.map(rowOf));
    showElsewhere(others.length, beyond.length === 0);
    const note = ['Of all that was drawn, on both sides of the border.'];
    if (found.length > 1) note.unshift('Each mapper is compared with itself: what one drew and another did not is no gain or loss.');
    S.byId('difference-note').textContent = note.join(' ');
  }

  function draw(state, view) {
    const comparing = state.compare !== null;
    panel.hidden = !comparing;
    S.putOnAxis(line, state.compare);
    showField();
    box.classList.toggle('is-off', !comparing);
    if (!comparing) return;
    const apart = (on) => Number(Boolean(S.comparedEnds(on.track).why));
    const found = S.frontsShown(state, view).sort((a, b) => apart(a) - apart(b));
    const wanted = JSON.stringify([state.date, state.compare, state.known, found.map(({ track }) => [track.id, Boolean(track.series)])]);
    if (wanted === shown) return;
    shown = wanted;
    const [first, last] = ordered(state);
    title.textContent = first === last ? 'Both days are the same' : `${S.longDate(first)} to ${S.longDate(last)}`;
    list(found, state);
  }

  function unfold(open) {
    S.byId('difference-body').hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
  }

  toggle.addEventListener('click', () => {
    unfold(S.byId('difference-body').hidden);
    S.roomChanged();
  });
  // On a phone the map needs the height more; its line says which days are compared.
  unfold(!window.matchMedia('(max-width: 760px)').matches);
  S.byId('difference-close').addEventListener('click', () => S.update({ compare: null }));

  S.onPaint((state, view) => {
    const [before, closed] = [shown, panel.hidden];
    draw(state, view);
    if (panel.hidden !== closed) S.roomChanged();
    if (state.compare !== null && shown !== before) measureSoon();
  });
})(Salient);

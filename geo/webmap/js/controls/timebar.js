/** The two clocks: the day looked at, with its range, steps and play; and the day of knowledge. */
((S) => {
  'use strict';

  const PLAY_MS = 700;
  const range = S.byId('date');
  const known = S.byId('known');
  const play = S.byId('play');
  let byKey = false;
  let playing = 0;
  let frame = 0;

  const showKnown = S.dayField(known, () => S.state.known, (day) => S.update({ known: day }));

  /** Go to a day and tell others later. */
  function step(days) {
    S.update({ date: S.clamp(S.state.date + days) }, 'soon');
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    play.setAttribute('aria-pressed', 'false');
    play.setAttribute('aria-label', 'Play');
  }

  function start() {
    if (S.state.date >= S.data.last) S.update({ date: S.clamp(S.data.start) }, 'soon');
    play.setAttribute('aria-pressed', 'true');
    play.setAttribute('aria-label', 'Pause');
    playing = setInterval(() => (S.state.date >= S.data.last ? stop() : step(1)), PLAY_MS);
  }

  range.addEventListener('input', () => {
    if (playing) stop();
    if (!frame) frame = requestAnimationFrame(follow);
  });

  /** Show the day under the thumb, once a frame at most. */
  function follow() {
    frame = 0;
    S.update({ date: Number(range.value) }, byKey ? 'soon' : 'never');
  }

  range.addEventListener('change', () => {
    cancelAnimationFrame(frame);
    frame = 0;
    S.update({ date: Number(range.value) }, byKey ? 'soon' : 'now');
  });
  range.addEventListener('pointerdown', () => {
    byKey = false;
  });
  range.addEventListener('keydown', (event) => {
    byKey = true;
    const sign = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    const page = { PageDown: -7, PageUp: 7 }[event.key];
    const days = page ?? (event.shiftKey && sign ? 7 * sign : 0);
    if (!days) return;
    event.preventDefault();
    step(days);
  });

  S.byId('previous').addEventListener('click', (event) => step(event.shiftKey ? -7 : -1));
  S.byId('next').addEventListener('click', (event) => step(event.shiftKey ? 7 : 1));
  play.addEventListener('click', () => (playing ? stop() : start()));

  S.byId('known-today').addEventListener('click', () => S.update({ known: null }));
  S.byId('known-that-day').addEventListener('click', () => S.update({ known: S.state.date }));

  /** "28 places (14 on the map)": all that stand, as the pages count them, and where fewer are on the map, how many. */
  const standing = (all, onMap, what) => S.count(all, what) + (onMap < all ? ` (${S.number(onMap)} on the map)` : '');

  /** "2 claimed advances, 28 places (14 on the map), 5 evacuation zones". */
  function summary(state, view) {
    const drawn = S.frontsShown(state, view).filter(({ index }) => index !== null).length;
    const shown = [
      ['advances', view.advances.size, view.advances.size, 'claimed advance'],
      ['places', view.places.size, view.placesOnMap, 'place'],
      ['zones', view.zones.size, S.zonesShown(view), 'evacuation zone'],
      ['fronts', drawn, drawn, 'front'],
    ].filter(([layer]) => state.layers.has(layer) && (layer !== 'fronts' || S.tracks.size > 0));
    if (shown.length === 0) return 'Every layer is switched off';
    const end = state.date > S.data.until ? `; the ledger ends on ${S.mediumDate(S.data.until)}` : '';
    if (shown.every(([, n]) => n === 0)) return `Nothing claimed by this day${end}`;
    return shown.map(([, ...counted]) => standing(...counted)).join(', ') + end;
  }

  S.onPaint((state, view) => {
    const words = `${S.longDate(state.date)}, ${S.dayNumber(state.date)}`;
    if (Number(range.value) !== state.date) range.value = state.date;
    range.setAttribute('aria-valuetext', words);
    S.byId('day').textContent = S.longDate(state.date);
    S.byId('day-number').textContent = S.dayNumber(state.date);
    S.byId('summary').textContent = summary(state, view);
    const now = state.known === null;
    S.byId('bar').classList.toggle('past', !now);
    showKnown();
    S.byId('known-box').classList.toggle('is-today', now);
    S.byId('known-today').hidden = now;
    S.byId('known-that-day').hidden = state.known === state.date;
    S.byId('known-words').textContent = now ? '' : `as known on ${S.mediumDate(state.known)}`;
    S.putOnAxis(S.byId('now-line'), state.date);
    S.byId('previous').disabled = state.date === 0;
    S.byId('next').disabled = state.date === S.data.last;
  });

  S.onSettle((state) => {
    const clock = state.known === null ? '' : `, as known on ${S.longDate(state.known)}`;
    S.byId('live').textContent = `${S.longDate(state.date)}${clock}: ${summary(state, S.current)}`;
  });
})(Salient);

/**
 * How the state leaves and enters: messages with the page around us when hosted, the address when alone.
 *
 * out: {salient: 1, type: 'ready'} · {salient: 1, type: 'state', state} · {salient: 1, type: 'at', at}
 * in:  {salient: 1, type: 'set', state: part} · {salient: 1, type: 'at', at: 'lon,lat,zoom'} · {salient: 1, type: 'theme', theme: 'light' | 'dark'}
 */
((S) => {
  'use strict';

  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  let told = '';

  /** Paint in a theme. @param {string} theme */
  function setTheme(theme) {
    root.dataset.theme = theme;
  }

  const exactly = (message, keys) => Object.keys(message).sort().join() === keys;

  /** Act on a message of the page around us; anything else is left alone. @param {MessageEvent} event */
  function receive(event) {
    const message = event.data;
    if (event.source !== window.parent || message === null || typeof message !== 'object' || message.salient !== 1) return;
    if (message.type === 'theme' && exactly(message, 'salient,theme,type') && ['light', 'dark'].includes(message.theme)) {
      setTheme(message.theme);
    }
    if (message.type === 'at' && exactly(message, 'at,salient,type')) S.lookAt(message.at);
    if (message.type === 'set' && exactly(message, 'salient,state,type')) {
      const change = S.readState(message.state);
      if (change === null) return;
      S.update(change, 'never');
      told = JSON.stringify(S.writeState());
    }
  }

  // A sandboxed frame has no origin of its own and can't know its parent's; nothing secret is in the message.
  const send = (message) => window.parent.postMessage({ salient: 1, ...message }, '*');

  function tell() {
    const state = S.writeState();
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    send({ type: 'state', state });
  }

  const FEW_SIGNS = 40;
  const DAYS_AND_NAMES = { date: 'on', known: 'known', compare: 'compare', selected: 'sel', curve: 'curve' };
  const LISTS = { layers: 'layers', sides: 'sides', hidden: 'hide', hiddenFronts: 'hidefront' };

  /** What the address names in a list; undefined where it has no such list. */
  function listed(given, name) {
    if (!given.has(name)) return undefined;
    return name.startsWith('hide') ? given.getAll(name) : given.get(name).split(',').filter(Boolean);
  }

  /**
   * The address's part after #, as a change of state, and what of it can't be read. Such a part takes its default; of a
   * list, the names that are known are kept, and it takes its default if none is.
   * @returns {{change: Object, unread: string[]}}
   */
  function fromAddress() {
    const change = { known: null, selected: null, layers: new Set(Object.keys(S.LAYERS)), sides: new Set(Object.keys(S.SIDE)), hidden: new Set(), hiddenFronts: new Set(), compare: null, curve: 'claims' };
    const given = new URLSearchParams(location.hash.slice(1));
    const unread = [];
    for (const [field, name] of Object.entries(DAYS_AND_NAMES)) {
      const value = given.get(name);
      if (!value) continue;
      const read = S.readState({ [field]: value });
      if (read) Object.assign(change, read);
      else unread.push(`${name} ${value.slice(0, FEW_SIGNS)}`);
    }
    for (const [field, name] of Object.entries(LISTS)) {
      const values = listed(given, name);
      if (values === undefined) continue;
      const { kept, unknown } = S.sortNames(field, values);
      if (unknown.length) unread.push(`${name} ${unknown.join(', ').slice(0, FEW_SIGNS)}`);
      if (kept.length || !unknown.length) change[field] = new Set(kept);
    }
    return { change, unread };
  }

  /** Look where the address says; what of that can't be read. @returns {string[]} */
  function lookFromAddress() {
    const at = new URLSearchParams(location.hash.slice(1)).get('at');
    return !at || S.lookAt(at) ? [] : [`at ${at.slice(0, FEW_SIGNS)}`];
  }

  /** Say what of the address can't be read. @param {string[]} unread */
  function complain(unread) {
    if (unread.length === 0) return;
    const words = `Not understood in the address, and left out: ${unread.join('; ')}`;
    S.notice(words);
    S.byId('live').textContent = words;
  }

  function toAddress() {
    const state = S.writeState();
    const parts = new URLSearchParams({ on: state.date });
    if (state.known) parts.set('known', state.known);
    if (state.selected) parts.set('sel', state.selected);
    if (state.layers.length < Object.keys(S.LAYERS).length) parts.set('layers', state.layers.join(','));
    if (state.sides.length < Object.keys(S.SIDE).length) parts.set('sides', state.sides.join(','));
    for (const who of state.hidden) parts.append('hide', who);
    for (const track of state.hiddenFronts) parts.append('hidefront', track);
    if (state.compare) parts.set('compare', state.compare);
    if (state.curve !== 'claims') parts.set('curve', state.curve);
    if (S.viewpoint()) parts.set('at', S.viewpoint());
    const hash = `#${parts.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')}`;
    if (location.hash !== hash) history.replaceState(null, '', hash);
  }

  setTheme(dark.matches ? 'dark' : 'light');
  if (S.hosted) {
    window.addEventListener('message', receive);
    S.onSettle(tell);
    S.onLook((at) => send({ type: 'at', at }));
    told = JSON.stringify(S.writeState());
    S.ready = () => send({ type: 'ready' });
  } else {
    dark.addEventListener('change', () => setTheme(dark.matches ? 'dark' : 'light'));
    S.ready = () => {};
    if (!S.framed) {
      const { change, unread } = fromAddress();
      if (location.hash.length > 1) Object.assign(S.state, change);
      unread.push(...lookFromAddress());
      S.ready = () => complain(unread);
      S.onSettle(toAddress);
      S.onLook(toAddress);
      window.addEventListener('hashchange', () => {
        const missed = lookFromAddress();
        const { change: next, unread: others } = fromAddress();
        S.update(next);
        complain([...others, ...missed]);
      });
    }
  }
})(Salient);

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

  /** The address's part after #, as a change of state; unreadable parts are left out. */
  function fromAddress() {
    const change = { known: null, selected: null, layers: new Set(Object.keys(S.LAYERS)), sides: new Set(Object.keys(S.SIDE)), hidden: new Set(), hiddenFronts: new Set(), compare: null, curve: 'claims' };
    const given = new URLSearchParams(location.hash.slice(1));
    const list = (name) => (given.has(name) ? given.get(name).split(',').filter(Boolean) : undefined);
    const all = (name) => (given.has(name) ? given.getAll(name) : undefined);
    const days = { date: given.get('on'), known: given.get('known'), compare: given.get('compare') };
    const fields = { ...days, selected: given.get('sel'), curve: given.get('curve'), layers: list('layers'), sides: list('sides'), hidden: all('hide'), hiddenFronts: all('hidefront') };
    for (const [field, value] of Object.entries(fields)) {
      if (value === null || value === undefined) continue;
      Object.assign(change, S.readState({ [field]: value }) || {});
    }
    return change;
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
      const look = () => S.lookAt(new URLSearchParams(location.hash.slice(1)).get('at'));
      if (location.hash.length > 1) Object.assign(S.state, fromAddress());
      look();
      S.onSettle(toAddress);
      S.onLook(toAddress);
      window.addEventListener('hashchange', () => {
        look();
        S.update(fromAddress());
      });
    }
  }
})(Salient);

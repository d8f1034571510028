/** Layers, sides and claimants to show; zoom buttons; the title. */
((S) => {
  'use strict';

  const SEARCH_FROM = 12;
  const panel = S.byId('layers-panel');
  const button = S.byId('layers-button');

  /** A labelled checkbox bound to a set in the state. */
  function checkbox(label, field, value, wants) {
    const input = S.el('input', { type: 'checkbox' });
    input.addEventListener('change', () => {
      const set = new Set(S.state[field]);
      if (input.checked === wants) set.add(value);
      else set.delete(value);
      S.update({ [field]: set });
    });
    S.onPaint((state) => {
      input.checked = state[field].has(value) === wants;
    });
    return S.el('label', { class: 'check' }, input, ...label);
  }

  const swatch = (side) => S.el('i', { class: `swatch swatch-${side}`, 'aria-hidden': 'true' });

  function claimantRow({ who, side, n }) {
    const row = checkbox([swatch(side), S.el('span', { class: 'grow' }, who), S.el('span', { class: 'n' }, n)], 'hidden', who, false);
    return { row, text: who.toLowerCase() };
  }

  /** The claimants, with a search field when they are many, and a way to hide or show all. */
  function claimantsField() {
    const rows = S.claimants.map(claimantRow);
    const list = S.el('div', { class: 'claimants' }, ...rows.map((r) => r.row));
    const all = S.el('button', { type: 'button', class: 'link' }, 'all');
    const none = S.el('button', { type: 'button', class: 'link' }, 'none');
    all.addEventListener('click', () => S.update({ hidden: new Set() }));
    none.addEventListener('click', () => S.update({ hidden: new Set(S.claimants.map((c) => c.who)) }));
    const field = S.el('fieldset', {}, S.el('legend', {}, 'Claimants'), S.el('div', { class: 'links' }, all, none));
    if (rows.length > SEARCH_FROM) {
      const search = S.el('input', { type: 'search', 'aria-label': 'Find a claimant', placeholder: `Find among ${rows.length}` });
      search.addEventListener('input', () => {
        const wanted = search.value.trim().toLowerCase();
        for (const { row, text } of rows) row.hidden = !text.includes(wanted);
      });
      field.append(search);
    }
    field.append(list);
    return field;
  }

  function toggle(open) {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) panel.querySelector('input').focus();
  }

  button.addEventListener('click', () => toggle(panel.hidden));
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    toggle(false);
    button.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!panel.hidden && !panel.contains(event.target) && !button.contains(event.target)) toggle(false);
  });

  const layers = Object.entries(S.LAYERS).filter(([value]) => value !== 'fronts' || S.tracks.size > 0).map(([value, label]) => checkbox([S.el('span', {}, label)], 'layers', value, true));
  const tracks = [...S.tracks.values()].map((track) => checkbox([S.frontKey(track), S.el('span', { class: 'grow' }, track.title)], 'hiddenFronts', track.id, false));
  const sides = Object.entries(S.SIDE).map(([value, label]) => checkbox([swatch(value), S.el('span', {}, label)], 'sides', value, true));
  panel.append(
    S.el('fieldset', {}, S.el('legend', {}, 'Layers'), ...layers),
    tracks.length ? S.el('fieldset', {}, S.el('legend', {}, 'Mappers’ fronts'), ...tracks) : '',
    S.el('fieldset', {}, S.el('legend', {}, 'Whose word'), ...sides),
    claimantsField(),
  );

  S.onPaint((state) => {
    const off = Object.keys(S.LAYERS).length - state.layers.size + (3 - state.sides.size) + state.hidden.size + state.hiddenFronts.size;
    S.byId('layers-off').textContent = off === 0 ? '' : ` · ${off} off`;
    button.toggleAttribute('data-off', off > 0);
  });

  S.byId('zoom-in').addEventListener('click', () => S.map.zoomIn());
  S.byId('zoom-out').addEventListener('click', () => S.map.zoomOut());
  S.byId('skip').addEventListener('click', () => S.byId('date').focus());
  S.byId('zoom-home').addEventListener('click', () => S.map.setView(S.home.center, S.home.zoom));

  S.byId('title').textContent = S.data.case.title;
  const credits = [...S.data.attributions, S.data.tiles ? S.data.tiles.attribution : ''];
  S.onPaint((state, view) => {
    const mappers = S.frontsShown(state, view).filter(({ index }) => index !== null).map(({ track }) => track.attribution);
    const words = [...new Set([...credits, ...mappers])].filter(Boolean).join(' · ');
    if (S.byId('attribution').textContent !== words) S.byId('attribution').textContent = words;
  });
  document.documentElement.classList.toggle('hosted', S.hosted);
})(Salient);

/** The field that finds a place and flies the map there: a combobox with a list, for pointer, keyboard and screen reader. */
((S) => {
  'use strict';

  const CLOSE_ZOOM = 11.5;
  const box = S.byId('search');
  const field = S.byId('find');
  const list = S.byId('found');
  const opener = S.byId('search-button');
  let shown = [];
  let chosen = -1;

  const isCyrillic = (name) => /\p{Script=Cyrillic}/u.test(name);
  const onMap = (thing) => Boolean(thing.at || thing.shape);

  function option(thing, number) {
    const [first, ...rest] = thing.names;
    const other = rest.find((name) => isCyrillic(name) !== isCyrillic(first));
    const where = [thing.about, onMap(thing) ? '' : 'not on the map'].filter(Boolean).join(' · ');
    const row = S.el('li', { role: 'option', id: `found-${number}`, 'aria-selected': 'false' },
      S.el('span', {}, first, other ? S.el('span', { class: 'quiet' }, ` ${other}`) : null), S.el('span', { class: 'quiet' }, where));
    row.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      take(thing);
    });
    return row;
  }

  function open(things) {
    shown = things;
    chosen = things.length ? 0 : -1;
    S.replace(list, ...things.map(option), things.length || !field.value.trim() ? null : S.el('li', { class: 'quiet' }, 'No place of that name'));
    list.hidden = !field.value.trim();
    field.setAttribute('aria-expanded', String(!list.hidden));
    mark();
  }

  function mark() {
    [...list.children].forEach((row, number) => row.setAttribute('aria-selected', String(number === chosen)));
    if (chosen < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', `found-${chosen}`);
    list.children[chosen]?.scrollIntoView?.({ block: 'nearest' });
  }

  function close() {
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
  }

  /** Open the field or fold it away, where the map is too narrow for it to stand open: there is a button for it there. */
  function unfold(on) {
    box.classList.toggle('open', on);
    opener.setAttribute('aria-expanded', String(on));
  }

  /** Fold the field away and go to its button, where there is one. */
  function leave() {
    unfold(false);
    opener.focus();
  }

  /** Go to a thing: the map flies there, and what can be selected is. */
  function take(thing) {
    field.value = thing.names[0];
    close();
    leave();
    if (thing.kind !== 'town') S.update({ selected: `${thing.kind}:${thing.id}` });
    if (thing.at) S.map.setView([thing.at[1], thing.at[0]], Math.max(S.map.getZoom(), CLOSE_ZOOM));
    else if (thing.shape) S.map.fitBounds(L.latLngBounds(thing.shape.flat().flatMap(S.latLngs)), { maxZoom: CLOSE_ZOOM });
    const note = onMap(thing) ? '' : ', not on the map: its place is not established';
    S.byId('live').textContent = `${thing.names[0]}${note}`;
    if (!onMap(thing)) S.notice(`${thing.names[0]} is not on the map: its place is not established`);
  }

  field.addEventListener('input', () => open(S.findPlaces(field.value)));
  field.addEventListener('focus', () => {
    S.readyPlaces();
    if (field.value.trim()) open(S.findPlaces(field.value));
  });
  field.addEventListener('blur', () => {
    close();
    unfold(false);
  });
  opener.addEventListener('click', () => {
    unfold(true);
    field.focus();
    field.select();
  });
  field.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length && !list.hidden) {
      event.preventDefault();
      chosen = (chosen + step + shown.length) % shown.length;
      mark();
    }
    if (event.key === 'Enter' && chosen >= 0 && !list.hidden) {
      // The button that then has the focus is not to take the key for its own.
      event.preventDefault();
      take(shown[chosen]);
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      if (list.hidden) {
        field.value = '';
        leave();
      }
      close();
    }
  });
  box.hidden = S.data.settlements.length + S.data.zones.length === 0;
})(Salient);

/** The map document's script: every part in the order in which they paint, the first paint, and what tests may look at. */
/** @import { EventData, OrderData } from './payload' */
import { map, settlements, store, zones } from './core/page.js';
import { paint, settle, writeState } from './core/state.js';
import './layers/base.js';
import './layers/overlays.js';
import './layers/labels.js';
import './layers/fronts_style.js';
import { frontsShown, loadFronts } from './layers/fronts.js';
import './layers/front_labels.js';
import './layers/zones.js';
import { bodiesShown } from './layers/bodies.js';
import './layers/advances.js';
import './layers/places.js';
import './layers/later.js';
import { openAxis } from './controls/axis.js';
import './controls/histogram.js';
import './controls/timebar.js';
import './controls/beyond.js';
import './controls/compare.js';
import './controls/later.js';
import './controls/curve.js';
import './controls/age_notice.js';
import './controls/swatches.js';
import './controls/panels.js';
import './controls/legend.js';
import './controls/marks_key.js';
import './controls/card.js';
import './controls/gestures.js';
import './controls/pointing.js';
import { foldIdly } from './controls/search.js';
import { sayReady } from './controls/messages.js';

export * from './testing.js';

/**
 * @template T
 * @param {boolean} on @param {Iterable<[string, T]>} found @param {(value: T) => object} pick
 */
const entries = (on, found, pick) =>
  Object.fromEntries(on ? Array.from(found, ([id, value]) => [id, pick(value)]) : []);

/** @param {(EventData | OrderData)[]} words */
const ids = (words) => words.map(({ id }) => id);

/** What is on the map now, by layer and id; a copy, so that nothing can be changed through it. */
function snapshot() {
  const { state, view } = store;
  const { layers } = state;
  const center = map.getCenter();
  const placesDrawn = [...view.places].filter(([id]) => settlements.get(id)?.at);
  const zonesDrawn = [...view.zones].filter(([id]) => zones.get(id)?.shape);
  return {
    ...writeState(),
    advances: entries(layers.has('advances'), view.advances, ({ age, state: aged, bands }) => ({
      age,
      state: aged,
      bands,
    })),
    bodies: entries(layers.has('advances'), bodiesShown(state, view), ({ body, age, state: aged }) => ({
      age,
      state: aged,
      basis: body.basis,
      kind: body.kind,
      areas: body.areas ?? [],
    })),
    settlements: entries(layers.has('places'), placesDrawn, ({ status, side, age, disputed, saidBy, words }) => ({
      status,
      side,
      age,
      disputed,
      saidBy: [...saidBy],
      words: ids(words),
    })),
    zones: entries(layers.has('zones'), zonesDrawn, ({ kind, scope, age, conflicting, words }) => ({
      kind,
      scope,
      age,
      conflicting,
      words: ids(words),
    })),
    fronts: entries(
      layers.has('fronts'),
      frontsShown(state, view).map((on) => [on.track.id, on]),
      ({ track, state: said, index, age }) => ({
        state: said,
        index,
        age,
        drawn: track.series !== null && index !== null,
      }),
    ),
    view: { lat: center.lat, lon: center.lng, zoom: map.getZoom() },
  };
}

window.salient = Object.freeze({ snapshot });
openAxis();
paint();
settle();
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    sayReady();
    loadFronts();
    foldIdly();
  }),
);

/** The map's rules as node can call them: the scripts of the document run beside a page that is not there. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

const STATIC = process.env.SALIENT_STATIC ?? new URL('../../geo/webmap/js/', import.meta.url).pathname;

/** Run scripts of the document on a payload. @param {Object} payload @param {string[]} names @returns {Object} their global */
export function scripts(payload, names) {
  const page = {
    document: { getElementById: () => ({ textContent: JSON.stringify(payload) }) },
    window: { parent: null },
    map_salient: null,
    Intl, URL, TypeError, Blob, Response, DecompressionStream, atob, Uint8Array, console,
  };
  const texts = names.map((name) => readFileSync(`${STATIC}${name}.js`, 'utf-8'));
  return runInNewContext(`${texts.join('\n')}\nSalient`, page);
}

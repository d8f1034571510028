/** Where a record was published, as a link. */
/** @import { ReportedData } from '../payload' */
import { el, webAddress } from '../core/dom.js';
import { payload } from '../core/page.js';

/** The publisher; a link only if the address is one of the web. @param {ReportedData} record @param {boolean} [titled] whether the title is said too */
export function sourceLink(record, titled = true) {
  const found = payload.sources[record.source];
  if (!found) return record.source;
  const url = webAddress(found.url);
  if (!url) return found.publisher;
  const link = el('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, found.publisher);
  return el('span', {}, link, titled && found.title ? el('span', { class: 'quiet' }, ` · ${found.title}`) : null);
}

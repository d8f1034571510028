/**
 * A dated series of areas, unpacked from the bytes that geo/geometry/topology/codec.py writes: arcs that neighbouring snapshots
 * share, each with the spans of snapshots in which it stands. Coordinates stay whole numbers of 1e-5 degree.
 */
/** @import { Series } from '../types' */

const VERSION = 1;
const PRECISION = 100000;

/** Whether this browser can inflate; older ones than Chrome 80, Firefox 113 and Safari 16.4 can't. */
export const canInflate = () => typeof DecompressionStream === 'function';

/** Bytes of base64 text. @param {string} text @returns {Uint8Array} */
const bytesOf = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** Inflate zlib's format. @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
async function inflate(bytes) {
  const stream = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Unsigned LEB128: seven bits a byte, the lowest first. @param {Uint8Array} bytes @returns {Float64Array} */
function numbersOf(bytes) {
  let count = 0;
  for (const byte of bytes) if (byte < 0x80) count += 1;
  const numbers = new Float64Array(count);
  let at = 0;
  let value = 0;
  let place = 1;
  for (const byte of bytes) {
    value += (byte & 0x7f) * place;
    place *= 128;
    if (byte >= 0x80) continue;
    numbers[at] = value;
    at += 1;
    value = 0;
    place = 1;
  }
  if (place !== 1) throw new RangeError('the series ends within a number');
  return numbers;
}

/** @param {number} n */
const unzigzag = (n) => (n % 2 === 0 ? n / 2 : -(n + 1) / 2);

/** Running sums of zigzag-coded steps. @param {Float64Array} numbers @param {number} from @param {number} count */
function summed(numbers, from, count) {
  const found = new Int32Array(count);
  let value = 0;
  for (let i = 0; i < count; i += 1) {
    value += unzigzag(numbers[from + i]);
    found[i] = value;
  }
  return found;
}

/** The spans of each spelling, and where the numbers go on. @param {Float64Array} numbers @param {number} count */
function spellingsOf(numbers, count) {
  /** @type {[number, number][][]} */
  const table = [];
  let at = 5;
  for (let i = 0; i < count; i += 1) {
    /** @type {[number, number][]} */
    const spans = [];
    let end = 0;
    const last = at + 1 + 2 * numbers[at];
    for (at += 1; at < last; at += 2) {
      const low = end + numbers[at];
      end = low + numbers[at + 1];
      spans.push([low, end]);
    }
    table.push(spans);
  }
  return { table, at };
}

/**
 * Number the places where arcs begin and end; passages of one place that have another tag are other places.
 * @param {{arcs: number, x: Int32Array, y: Int32Array, starts: Int32Array, tags: Int32Array}} all
 */
function endsOf({ arcs, x, y, starts, tags }) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @param {number} point @param {number} tag */
  const numberOf = (point, tag) => {
    const key = `${x[point]} ${y[point]} ${tag}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const first = new Int32Array(arcs);
  const last = new Int32Array(arcs);
  for (let arc = 0; arc < arcs; arc += 1) {
    first[arc] = numberOf(starts[arc], tags[2 * arc]);
    last[arc] = numberOf(starts[arc + 1] - 1, tags[2 * arc + 1]);
  }
  return { first, last, places: numbers.size };
}

/** Read the inflated bytes. @param {Uint8Array} bytes @returns {Series} */
function read(bytes) {
  const numbers = numbersOf(bytes);
  const [version, precision, count, arcs, spellings] = numbers;
  if (version !== VERSION || precision !== PRECISION) {
    throw new RangeError(`the series has version ${version} and precision ${precision}`);
  }
  const { table, at: lengths } = spellingsOf(numbers, spellings);
  let at = lengths;
  const starts = new Int32Array(arcs + 1);
  for (let arc = 0; arc < arcs; arc += 1) starts[arc + 1] = starts[arc] + numbers[at + arc];
  const spans = Array.from({ length: arcs }, (_, arc) => table[numbers[at + arcs + arc]]);
  at += 2 * arcs;
  const total = starts[arcs];
  const x = summed(numbers, at, total);
  const y = summed(numbers, at + total, total);
  at += 2 * total;
  const tags = new Int32Array(2 * arcs);
  let arc = 0;
  for (let i = at + 1; i < at + 1 + 3 * numbers[at]; i += 3) {
    arc += numbers[i];
    tags[2 * arc] = numbers[i + 1];
    tags[2 * arc + 1] = numbers[i + 2];
  }
  return { count, arcs, x, y, starts, spans, ...endsOf({ arcs, x, y, starts, tags }) };
}

/**
 * Unpack a series.
 * @param {string} text base64 of deflated bytes @returns {Promise<Series>}
 */
export const readSeries = async (text) => read(await inflate(bytesOf(text)));

/** The arcs that stand in a snapshot. @param {Series} series @param {number} index @returns {number[]} */
export const arcsIn = (series, index) => {
  const found = [];
  for (let arc = 0; arc < series.arcs; arc += 1) {
    for (const [low, high] of series.spans[arc]) {
      if (low > index) break;
      if (index <= high) {
        found.push(arc);
        break;
      }
    }
  }
  return found;
};

/**
 * A snapshot's rings, each a list of arcs that follow one another.
 * @param {Series} series @param {number} index @returns {number[][]}
 */
export const ringsIn = (series, index) => {
  const inEffect = arcsIn(series, index);
  const leaving = new Int32Array(series.places).fill(-1);
  for (const arc of inEffect) leaving[series.first[arc]] = arc;
  /** @type {number[][]} */
  const rings = [];
  for (const start of inEffect) {
    let arc = start;
    const ring = [];
    while (leaving[series.first[arc]] === arc) {
      leaving[series.first[arc]] = -1;
      ring.push(arc);
      if (series.last[arc] === series.first[start]) break;
      arc = leaving[series.last[arc]];
      if (arc === -1) throw new RangeError(`snapshot ${index} has an outline that does not close`);
    }
    if (ring.length > 0) rings.push(ring);
  }
  return rings;
};

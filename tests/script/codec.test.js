/** A series that is damaged is refused, with what is wrong with it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { deflateSync } from 'node:zlib';
import { readSeries } from '../../geo/webmap/js/data/series.js';

/** @param {number[]} bytes */
const packed = (bytes) => deflateSync(Uint8Array.from(bytes)).toString('base64');
const PRECISION = [0xa0, 0x8d, 0x06];

test('a series without an arc has no ring', async () => {
  const series = await readSeries(packed([1, ...PRECISION, 3, 0, 0, 0]));
  assert.deepEqual([series.count, series.arcs], [3, 0]);
});

test('another version or precision is refused', async () => {
  await assert.rejects(readSeries(packed([2, ...PRECISION, 0, 0, 0, 0])), /version 2 and precision 100000/);
  await assert.rejects(readSeries(packed([1, 10, 0, 0, 0, 0])), /version 1 and precision 10/);
});

test('bytes that end within a number are refused', async () => {
  await assert.rejects(readSeries(packed([1, ...PRECISION, 0x80])), /ends within a number/);
});

test('what is not deflated is refused', async () => {
  await assert.rejects(readSeries('AAAA'));
});

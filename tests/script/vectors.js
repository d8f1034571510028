/** The test vectors that production Python wrote, and what of an answer is compared with them. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';

/** Every file of a subject. @param {string} subject @returns {[string, any][]} its name and what it holds */
export function vectorsOf(subject) {
  const root = process.env.SALIENT_VECTORS;
  if (!root) throw new Error('SALIENT_VECTORS names no folder; write one with: python -m tests.vectors FOLDER');
  return readdirSync(`${root}/${subject}`)
    .sort()
    .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(`${root}/${subject}/${file}`, 'utf-8'))]);
}

/** Fail unless two plain values are the same, order included. @param {unknown} found @param {unknown} expected @param {string} where */
export function same(found, expected, where) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) assert.fail(`${where}: the script says\n${one}\nand Python\n${other}`);
}

/** A ring from its least point on, as text, so that equal rings are equal. @param {number[][]} ring */
export function cyclic(ring) {
  const points = ring.map((point) => point.join());
  const least = points.indexOf([...points].sort()[0]);
  return [...points.slice(least), ...points.slice(0, least)].join(' ');
}

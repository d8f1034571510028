/** How text becomes nodes: nothing is ever parsed as HTML. */
/** @import { Child } from '../types' */

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */

/**
 * Element by id, which the page's shell has. @template {HTMLElement} [T=HTMLElement]
 * @param {string} id @param {new () => T} [type] what kind of element it is, where that matters
 * @returns {T}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (found === null || (type && !(found instanceof type))) {
    throw new TypeError(`the page has no ${type?.name ?? 'element'} #${id}`);
  }
  return /** @type {T} */ (found);
}

/**
 * Make an HTML element. Children that are strings become text nodes.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Attributes} [attributes] @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export const el = (tag, attributes = {}, ...children) => filled(document.createElement(tag), attributes, children);

/**
 * The same for SVG. @template {keyof SVGElementTagNameMap} K
 * @param {K} tag @param {Attributes} [attributes] @param {...(Child | Child[])} children
 * @returns {SVGElementTagNameMap[K]}
 */
export const svg = (tag, attributes = {}, ...children) =>
  filled(document.createElementNS(SVG, tag), attributes, children);

/**
 * @template {Element} T
 * @param {T} node @param {Attributes} attributes @param {(Child | Child[])[]} children
 */
function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on') || name === 'style') throw new Error(`attribute ${name} is not allowed`);
    node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === '') continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

/** Empty a node and put others in. @param {Element} node @param {...(Node | string | null)} children */
export const fill = (node, ...children) => node.replaceChildren(...children.flatMap((child) => child || []));

/** An address if it is http or https, else null. @param {unknown} url @returns {string | null} */
export function webAddress(url) {
  try {
    const parsed = new URL(String(url));
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

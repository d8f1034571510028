/** One record of the ledger with what lies behind it: its publications, its history, its verdicts. */
/** @import { Component, Selection } from "./types" */
import { rootOf } from './shared/records.js';
import { selectionCard } from './shared/selection_card.js';

/** @param {Component<Selection>} component */
export default function (component) {
  const { data, parentElement } = component;
  rootOf(parentElement).replaceChildren(selectionCard({ ...data, fixed: true }));
}

// One record of the ledger with what lies behind it: its publications, its history, its verdicts.

export default function (component) {
  const { data, parentElement } = component;
  parentElement.querySelector(".root").replaceChildren(selectionCard({ ...data, fixed: true }));
}

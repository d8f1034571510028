// Made by `npm run build` from the modules named below; not to be edited.

// geo/webmap/js/rules/grammar.js
var GRAMMAR = [
  { "name": "on", "key": "date", "form": "day", "values": [] },
  { "name": "known", "key": "known", "form": "day", "values": [] },
  { "name": "compare", "key": "compare", "form": "day", "values": [] },
  { "name": "curve", "key": "curve", "form": "one", "values": ["claims", "area", "depth", "width"] },
  { "name": "bodies", "key": "bodies", "form": "one", "values": ["sides", "claimants"] },
  { "name": "layers", "key": "layers", "form": "some", "values": ["advances", "stretches", "fronts", "places", "zones", "towns"] },
  { "name": "sides", "key": "sides", "form": "some", "values": ["ukraine", "russia", "independent"] },
  { "name": "hide", "key": "hidden", "form": "names", "values": [] },
  { "name": "hidefront", "key": "hiddenFronts", "form": "names", "values": [] },
  { "name": "sel", "key": "selected", "form": "selection", "values": [] },
  { "name": "at", "key": "at", "form": "viewpoint", "values": [] }
];

// geo/webmap/js/rules/text.js
var rankOf = (unit) => unit >= 55296 && unit <= 57343 ? unit + 65536 : unit;
function byText(a, b) {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i += 1) {
    const [one, other] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (one !== other) return rankOf(one) - rankOf(other);
  }
  return a.length - b.length;
}

// geo/webmap/js/rules/address.js
var inOrder = ({ form, values }, names) => form === "some" ? values.filter((name) => names.includes(name)) : [...names].sort(byText);
function textsOf(part, state, at) {
  if (part.form === "viewpoint") return at ? [at] : [];
  const value = state[
    /** @type {keyof PlainState} */
    part.key
  ];
  if (Array.isArray(value)) {
    const names = inOrder(part, value);
    if (part.form === "names") return names;
    return names.length === part.values.length ? [] : [names.join(",")];
  }
  return !value || part.form === "one" && value === part.values[0] ? [] : [value];
}
var quoted = (text) => encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":");
var writeAddress = (state, at) => GRAMMAR.flatMap((part) => textsOf(part, state, at).map((text) => `${part.name}=${quoted(text)}`)).join("&");

// ui/components/js/frame.js
var STATE_KEYS = [
  "date",
  "known",
  "layers",
  "sides",
  "hidden",
  "hiddenFronts",
  "compare",
  "curve",
  "bodies",
  "selected"
];
var VIEWPOINT = /^-?[\d.]{1,14},-?[\d.]{1,14},[\d.]{1,6}$/;
var LIST_KEYS = ["layers", "sides", "hidden", "hiddenFronts"];
function checkedState(raw) {
  if (raw === null || typeof raw !== "object") return null;
  const state = {};
  for (const key of STATE_KEYS) {
    const value = (
      /** @type {Record<string, unknown>} */
      raw[key]
    );
    const isText = value === null || typeof value === "string" && value.length < 300;
    const isList = Array.isArray(value) && value.length < 500 && value.every((item) => typeof item === "string");
    if (LIST_KEYS.includes(key) ? isList : isText) state[key] = value;
  }
  return Object.keys(state).length ? (
    /** @type {Partial<MapState>} */
    state
  ) : null;
}
function checkedGround(raw) {
  if (raw === null) return null;
  const { name, reason, form, parts } = raw ?? {};
  const isSaid = [name, reason, form].every((text) => typeof text === "string" && text.length < 600);
  return isSaid && Array.isArray(parts) ? { name, reason, form, parts } : void 0;
}
function showAddress({ at, ...state }) {
  const query = `?${writeAddress(state, at)}`;
  if (window.location.search !== query) window.history.replaceState(window.history.state, "", query);
}
function pageTheme(element) {
  const probe = document.createElement("canvas").getContext("2d");
  if (!probe) return "light";
  probe.fillStyle = getComputedStyle(element).getPropertyValue("--st-background-color").trim() || "#ffffff";
  const hex = probe.fillStyle;
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
}
function openFrame(root, data, post) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.setAttribute("title", data.title);
  frame.srcdoc = data.document;
  const record = { digest: data.digest, post, state: { ...data.initial, at: data.at }, close: () => {
  } };
  let posted = data.at;
  const send = (message) => frame.contentWindow?.postMessage({ salient: 1, ...message }, "*");
  const host = root instanceof ShadowRoot ? root.host : root;
  const onMessage = (event) => {
    if (event.source !== frame.contentWindow || event.data?.salient !== 1) return;
    if (event.data.type === "ready") {
      send({ type: "theme", theme: pageTheme(host) });
      send({ type: "set", state: data.initial });
      if (data.at) send({ type: "at", at: data.at });
      showAddress(record.state);
    } else if (event.data.type === "at") {
      const { at } = event.data;
      record.state = { ...record.state, at: typeof at === "string" && VIEWPOINT.test(at) ? at : null };
      showAddress(record.state);
    } else if (event.data.type === "state") {
      const state = checkedState(event.data.state);
      if (state) tell(state);
    }
  };
  const tell = (part) => {
    record.state = { ...record.state, ...part };
    showAddress(record.state);
    posted = record.state.at;
    record.post(record.state);
  };
  const onLeave = () => {
    if (record.state.at !== posted) tell({});
  };
  const leaving = ["pointermove", "pointerdown"];
  for (const name of leaving) window.addEventListener(name, onLeave, { passive: true });
  const onSet = (event) => {
    const state = checkedState(
      /** @type {CustomEvent} */
      event.detail
    );
    if (!state) return;
    send({ type: "set", state });
    tell(state);
  };
  const onShow = (event) => {
    const ground = checkedGround(
      /** @type {CustomEvent} */
      event.detail
    );
    if (ground === void 0) return;
    send({ type: "show", ground });
    if (ground) frame.scrollIntoView({ block: "nearest" });
  };
  const themeWatch = new MutationObserver(() => send({ type: "theme", theme: pageTheme(host) }));
  window.addEventListener("message", onMessage);
  window.addEventListener("salient:set", onSet);
  window.addEventListener("salient:show", onShow);
  themeWatch.observe(document.documentElement, { attributes: true, subtree: false });
  themeWatch.observe(document.head, { childList: true });
  record.close = () => {
    window.removeEventListener("message", onMessage);
    window.removeEventListener("salient:set", onSet);
    window.removeEventListener("salient:show", onShow);
    for (const name of leaving) window.removeEventListener(name, onLeave);
    themeWatch.disconnect();
    frame.remove();
  };
  root.querySelector(".frame")?.append(frame);
  return record;
}
var records = /* @__PURE__ */ new WeakMap();
function frame_default(component) {
  const { data, parentElement, setStateValue } = component;
  const post = (state) => setStateValue("view", state);
  let record = records.get(parentElement);
  if (record && record.digest === data.digest) {
    record.post = post;
  } else {
    record?.close();
    record = openFrame(parentElement, data, post);
    records.set(parentElement, record);
  }
  return () => {
    records.get(parentElement)?.close();
    records.delete(parentElement);
  };
}
export {
  frame_default as default
};

/** The script's own types; what comes from Python is in payload.d.ts. */
import type {
  BodyData,
  ClaimData,
  EventData,
  AgesData,
  FrontState,
  Metric,
  OrderData,
  OrderKind,
  OrderScope,
  Side,
  Status,
  TrackData,
} from './payload';

/** What a record must say to be placed on both dates and to pass the filters. */
export interface Dated {
  id: string;
  about: number;
  known: number;
  who: string;
  side: Side;
}

/** What a selection depends on: the day, the day of knowledge (null: today), whose words are let through. */
export interface AsOf {
  date: number;
  known: number | null;
  sides: Set<string>;
  hidden: Set<string>;
  bodies?: string;
}

/** All that a person can change. */
export interface State extends AsOf {
  layers: Set<string>;
  hiddenFronts: Set<string>;
  compare: number | null;
  curve: string;
  bodies: string;
  selected: string | null;
}

/** One statement that two clocks show differently; `kind:subject` is what it is of, `known` when it changed. */
export interface Later {
  change: 'added' | 'corrected' | 'withdrawn';
  kind: 'claim' | 'settlement' | 'zone' | 'front';
  subject: string;
  ids: string[];
  about: number;
  known: number;
}

/** A state as plain data, days as ISO dates. */
export interface PlainState {
  date: string;
  known: string | null;
  layers: string[];
  sides: string[];
  hidden: string[];
  hiddenFronts: string[];
  compare: string | null;
  curve: string;
  bodies: string;
  selected: string | null;
}

/** What a claim is by its age. */
export type AgeState = 'fresh' | 'faded' | 'doubtful' | 'ended';

/** A body on a day: asked for by the choice of bodies, shown if the filters let it through; without whose word not. */
export interface BodyState {
  body: BodyData;
  age: number;
  state: AgeState;
  asked: boolean;
  shown: boolean;
  without: string[];
}

export interface AdvanceState {
  age: number;
  state: AgeState;
  bands: boolean;
}

/** How a place stands from day `from` until before day `until`, as long as the filters stay. */
export interface PlaceState {
  from: number;
  until: number;
  status: Status;
  side: Side;
  about: number;
  age: number;
  disputed: boolean;
  saidBy: Side[];
  words: EventData[];
}

/** A place with its words in their order; `found` is what was last worked out, `inEffect` null before the first word. */
export interface PlaceSlot {
  id: string;
  records: EventData[];
  found: PlaceState | null;
  inEffect: PlaceState | null;
}

export interface ZoneState {
  kind: OrderKind;
  scope: OrderScope;
  age: number;
  conflicting: boolean;
  words: OrderData[];
}

/** A series of areas as it was unpacked; coordinates are whole numbers of 1e-5 degree. */
export interface Series {
  count: number;
  arcs: number;
  x: Int32Array;
  y: Int32Array;
  starts: Int32Array;
  spans: [number, number][][];
  first: Int32Array;
  last: Int32Array;
  places: number;
  differences?: Map<string, Difference>;
}

/** A series on the map: vertices in Mercator's unit square, a box for each arc, outlines that were drawn lately. */
export interface ProjectedSeries extends Series {
  u: Float64Array;
  v: Float64Array;
  boxes: Float64Array;
  kept: Map<number, Path2D>;
  keptFor?: string;
}

export type Edge = [number, number, number, number];

/** Areas in km². */
export interface Areas {
  gained: number;
  lost: number;
}

export interface Difference {
  edges: Edge[];
  walks: number[][];
  areas?: Areas;
}

export interface FrontStyle {
  hue: string;
  line: string;
  other: boolean;
  unclear: boolean;
}

/** A mapper's track with its columns unfolded; `series` is null until it is unpacked. */
export interface Track extends Omit<TrackData, 'series' | 'known'> {
  series: ProjectedSeries | null;
  series64: string;
  ages: AgesData;
  known: number[];
  title: string;
  style: FrontStyle;
  fileOf(index: number): string;
  assumedOf(index: number): boolean;
  figure(name: string, index: number): number | null;
}

/** What a drawing is by its age; one of the very day, or carried forward and not yet faded. */
export type FrontAge = 'fresh' | 'carried' | 'faded' | 'doubtful';

/** What a track knows of a day. */
export interface FrontOn {
  track: Track;
  state: FrontState;
  index: number | null;
  age: number;
  old: FrontAge;
  dayBefore: number | null;
}

/** What a track knows of a day that it has a drawing for. */
export interface KnownFront extends FrontOn {
  index: number;
}

/** The same once its series is unpacked. */
export interface DrawnFront extends KnownFront {
  track: Track & { series: ProjectedSeries };
}

/** Between which snapshots a difference may be computed, or why there is none. */
export type Ends = { before: number; after: number; why?: undefined } | { why: string };

/** What a verdict speaks of on the map; each part is flat lon, lat, lon, lat of a ring, a line or a point. */
export interface SpokenGround {
  name: string;
  reason: string;
  form: 'area' | 'line' | 'point';
  parts: number[][];
}

/** Everything that is in effect in a state. */
export interface View {
  advances: Map<string, AdvanceState>;
  bodies: Map<string, BodyState>;
  places: Map<string, PlaceState>;
  placesOnMap: number;
  zones: Map<string, ZoneState>;
  fronts: Map<string, FrontOn>;
}

/** What a canvas shows: pixels of the whole world, the canvas' corner in them, its size, its pixels a CSS pixel. */
export interface Frame {
  scale: number;
  x: number;
  y: number;
  w: number;
  h: number;
  key: string;
  dpr: number;
}

/** What a tooltip says. */
export interface Description {
  title: string;
  sub?: string;
  lines: string[];
}

export type Point = [number, number];

export interface LabelSpec {
  at?: L.LatLngExpression;
  ats?: L.LatLngExpression[];
  text: string;
  rank: number;
  style: 'country' | 'town' | 'place' | 'zone' | 'claim';
  anchor: 'center' | 'side';
  /** What its thing covers around its point. */
  clear?: Box;
  /** The lines whose name it is: it stands at an end of one, or is led there. */
  along?: L.LatLngExpression[][];
  dot?: boolean;
}

export interface Label extends Omit<LabelSpec, 'dot'> {
  node: HTMLElement;
  dot: HTMLElement | null;
  wanted: boolean;
  hidden: boolean;
  width: number;
  height: number;
  leader: SVGPathElement | null;
  /** Told apart by this. */
  number: number;
  /** Where its node was last put. */
  stands?: number;
}

/** Where a label may stand: its box, and the point of its thing if that is so far away that a line leads there. */
export interface Spot {
  box: Box;
  from: Point | null;
}

export type Box = [number, number, number, number];

/** Something that has a name and can be searched for. */
export interface Thing {
  kind: string;
  id: string;
  names: string[];
  weight: number;
  about: string;
  at?: number[];
  shape?: number[][][];
}

export type Match = Thing & { match: number; typos: number };

export type Child = Node | string | number | null | undefined;

/** The fields of the state that hold several names. */
export type ListField = 'layers' | 'sides' | 'hidden' | 'hiddenFronts';

/** What a metric of the curve is called, its unit, the claims' metric, and the tracks' figure for it. */
export interface CurveMetric {
  title: string;
  unit: string;
  metric: Metric;
  figure(track: Track): string;
}

export interface CurvePoint {
  day: number;
  index: number;
  value: number | null;
}

export type PlottedClaim = ClaimData & { value: number };

export interface CurveTrack {
  track: Track;
  points: CurvePoint[];
}

/** Everything on the curve of a metric; `remaining` and what `left` names are on another axis. */
export interface Curve {
  tracks: CurveTrack[];
  claims: PlottedClaim[];
  remaining: PlottedClaim[];
  left: string[];
}

// Generated from geo/webmap/payload_types.py and payload_records.py by `make generated`; edit those.

export type BodyBasis = 'stated' | 'implied';

export type BodyKind = 'depth and width' | 'depth and area' | 'width and area' | 'area and places' | 'places' | 'area';

export type Basis = 'stated' | 'computed';

export type Checked = 'confirmed' | 'corrected' | 'unsettled' | 'unchecked';

export type DateBasis = 'stated' | 'inferred' | 'placeholder';

export type Kind = 'total' | 'additional' | 'subset' | 'retaken' | 'remaining' | 'population';

export type Metric = 'depth_km' | 'width_km' | 'area_km2' | 'settlements' | 'people_moved' | 'people_planned' | 'people_present' | 'civilians_killed' | 'civilians_wounded' | 'children_wounded';

export type Modality = 'exact' | 'at_least' | 'up_to' | 'about' | 'range';

export type Side = 'ukraine' | 'russia' | 'independent';

export type Superseded = 'corrected' | 'withdrawn';

export type OrderKind = 'mandatory' | 'voluntary' | 'advice' | 'in_progress' | 'no_order';

export type OrderScope = 'whole' | 'part';

export type Status = 'claimed' | 'entered' | 'photographed' | 'contested' | 'lost' | 'denied';

export type FrontState = 'updated' | 'unchanged' | 'carried_forward' | 'ended' | 'no_data';

export type FrontStatus = 'held' | 'unclear';

export type Hands = 'advancing' | 'both' | 'defending';

/** What every record says: who, which side, about which day, known when, and where it was published. */
export interface ReportedData {
  id: string;
  about: number;
  aboutBasis?: DateBasis;
  known: number;
  knownBasis?: DateBasis;
  who: string;
  role?: string;
  side: Side;
  source: string;
  root?: string;
  checked: Checked;
  summary?: string;
  note?: string;
  checkNote?: string;
}

/** A claimed figure; number and modality only where it is plotted. */
export interface ClaimData extends ReportedData {
  metric: Metric;
  figure: string;
  value?: number;
  high?: number;
  modality?: Modality;
  until?: number;
  gone?: Superseded;
  kind: Kind;
  basis: Basis;
  computedFrom?: string;
  place?: string;
  zone?: string;
  grade?: string;
}

/** One claimant's word about one settlement. */
export interface EventData extends ReportedData {
  settlement: string;
  status: Status;
  claim?: string;
}

/** One order, advice or denial about one zone, to its last day `end`. */
export interface OrderData extends ReportedData {
  zone: string;
  kind: OrderKind;
  scope: OrderScope;
  scopeNote?: string;
  end?: number;
  settlements?: number;
  modality: Modality;
  claim?: string;
}

/** A publication. */
export interface SourceData {
  publisher: string;
  title?: string;
  url?: string;
  published: string;
  note?: string;
}

/** A place; `at` is (lon, lat) in degrees, `precision` in metres. */
export interface SettlementData {
  id: string;
  name: string;
  ru?: string;
  uk?: string;
  kind: string;
  district?: string;
  oblast?: string;
  at?: number[];
  precision?: number;
  offsetKm?: number;
  near?: boolean;
  population?: number;
  populationSource?: string;
}

/** An evacuation zone; no `shape` where no honest extent is known. */
export interface ZoneData {
  id: string;
  name: string;
  ru?: string;
  uk?: string;
  oblast?: string;
  side: Side;
  kind: string;
  extent: string;
  source?: string;
  licence?: string;
  shape?: number[][][];
}

/** Three bands, or the inner one alone: lists of rings, each the numbers of the payload's arcs along it. */
export interface BandRings {
  inner: number[][];
  likely?: number[][];
  outer?: number[][];
}

/** A figure or a place that was said: what, by whom, of which day; `select` names its record in a selection. */
export interface PieceData {
  what: string;
  who: string;
  about: number;
  ids: string[];
  select: string;
  why?: string;
}

/** What one speaker's claims of a time mean together, and in which windows of days it stands. */
export interface BodyData {
  id: string;
  who: string;
  side: Side;
  ofSide: boolean;
  leading: boolean;
  basis: BodyBasis;
  kind: BodyKind;
  label: string;
  how: string;
  notes?: string[];
  figures: number;
  pieces: PieceData[];
  spare?: PieceData[];
  leftOut?: PieceData[];
  depth?: number[];
  chord?: number[];
  along?: number[];
  areas?: number[];
  bands?: BandRings;
  swatch?: number;
  advance?: string;
  windows: ((number | null)[])[];
}

/** A claimed depth (and width) as drawn; `section` numbers the payload's sections, `areas` are km². */
export interface AdvanceData {
  id: string;
  depth: string;
  width?: string;
  about: number;
  known: number;
  until?: number;
  who: string;
  side: Side;
  label: string;
  caution?: string;
  reading: string;
  extentKm?: number;
  placedBy: string;
  reason: string;
  convention?: string;
  sectionText?: string;
  inBody?: boolean;
  bands?: BandRings;
  widths?: number[];
  depthLine?: number[][];
  areas?: number[];
  places?: Record<string, string>;
  section: number;
}

/** The names of a track's files: what all begin and end with, and what stands between. */
export interface FileNames {
  head: string;
  tail: string;
  middle: string[];
}

/** A mapper's track in columns, a value for each snapshot; days and drawings as steps from one to the next. */
export interface TrackData {
  id: string;
  archive: string;
  mapper: string;
  holder: Side;
  status: FrontStatus;
  words: string;
  licence: string;
  attribution: string;
  publish: boolean;
  about: number[];
  file: FileNames;
  sha: string[];
  drawing: number[];
  figures: Record<string, (number | null)[]>;
  series: string;
  known?: number[];
  assumed?: string;
  revision?: number[];
  taken?: (string | null)[];
}

/** A feature of the ground for orientation: a point or lines. */
export interface BaseData {
  kind?: string;
  nameEn?: string;
  nameRu?: string;
  nameUk?: string;
  country?: string;
  at?: number[];
  lines?: number[][];
}

/** A country's name and where it stands, (lon, lat) degrees. */
export interface GroundName {
  name: string;
  at: number[];
}

/** The two sides of the border inside the area of interest. */
export interface Grounds {
  target: number[][][] | null;
  names: GroundName[];
}

/** The table of ages, in days: after how many a claim is past, a claim or drawing fades, is doubtful, ends. */
export interface AgesData {
  beside: number;
  fades: number;
  doubtful: number;
  ended: number;
}

/** What the case is called and is about. */
export interface CaseData {
  id: string;
  title: string;
  summary: string;
  target: string;
  advancing: string;
}

/** Tables by which names are folded; see `geo.search.transliteration`. */
export interface Spelling {
  schemes: (Record<string, string>)[];
  fuzzyKey: string[][];
}

/** What the values of a vocabulary are called; its keys are the vocabulary, in its order. */
export interface Words {
  metric: Record<Metric, string>;
  kind: Record<Kind, string>;
  checked: Record<Checked, string>;
  dayBasis: Record<DateBasis, string>;
  side: Record<Side, string>;
  sideLetter: Record<Side, string>;
  status: Record<Status, string>;
  order: Record<OrderKind, string>;
  front: Record<FrontState, string>;
  band: Record<string, string>;
}

/** What the plot may show: of which claims, and their unit; neither where it counts claims. */
export interface CurveData {
  label: string;
  metric?: Metric;
  unit?: string;
}

/** Everything that the document shows of a case; `area` is west, south, east, north in degrees. */
export interface Payload {
  version: number;
  case: CaseData;
  first: string;
  start: number;
  last: number;
  until: number;
  busiest: number[];
  area: number[];
  border: number[][] | null;
  grounds: Grounds;
  base: BaseData[];
  claims: ClaimData[];
  sources: Record<string, SourceData>;
  settlements: SettlementData[];
  events: EventData[];
  zones: ZoneData[];
  orders: OrderData[];
  sections: (number[][] | null)[];
  advances: AdvanceData[];
  bodies: BodyData[];
  arcs: number[][];
  fronts: TrackData[];
  attributions: string[];
  words: Words;
  layerNames: Record<string, string>;
  curves: Record<string, CurveData>;
  bodyChoices: Record<string, string>;
  spelling: Spelling;
  ages: AgesData;
  hands: Record<Status, Hands>;
  strictness: OrderKind[];
}

/** A background from a tile server. */
export interface TilesData {
  url: string;
  attribution: string;
}

/** How a document opens: on which day, as known when (null: today), in a page of ours or alone. */
export interface Opening {
  on: number;
  knownOn: number | null;
  hosted: boolean;
  tiles: TilesData | null;
}

/** What the document carries. */
export type DocumentPayload = Payload & Opening;

/** What the pages' Python hands to the components; see `ui/data`. */

/** What Streamlit calls a component with. */
export interface Component<Data> {
  data: Data;
  parentElement: HTMLElement | ShadowRoot;
  setStateValue(name: string, value: unknown): void;
}

export type Child = Node | string | null | undefined;

export interface Source {
  publisher: string;
  title: string;
  url: string;
  day: string;
}

/** What stands beside a figure or a record in small words. */
export interface Badged {
  kind?: string;
  total?: boolean;
  computed?: boolean;
  age?: string;
  late?: boolean;
  known?: string;
  dayNote?: string;
  unchecked?: boolean;
  checked?: string;
}

export interface Figure extends Badged {
  name: string;
  text: string;
  metric: string;
  label: string;
  who: string;
  role: string;
  side: string;
  sideWords: string;
  parts: string[];
  place: string;
  computedFrom: string;
  wordings: string[];
  sources: Source[];
  summary: string;
  value: number;
  high: number | null;
  modality: string;
}

export interface Entry extends Badged {
  name: string | null;
  text: string;
  who: string;
  role: string;
  side: string;
  about: string;
  summary: string;
  sources: Source[];
}

/** An order of this day, under its zone's name. */
export interface OrderEntry extends Entry {
  zone: string;
}

/** A statement without a number. */
export interface Said {
  who: string;
  role: string;
  side: string;
  summary: string;
  sources: Source[];
}

export interface Spoken {
  name: string;
  text: string;
  side: string;
}

export interface Verdict {
  kind: string;
  words: string;
  reason: string;
  mistake: string;
  assumption: string;
  claims: Spoken[];
  grounds: SpokenGround[];
}

/** What a verdict speaks of on the map; each part is flat lon, lat, lon, lat of a ring, a line or a point. */
export interface SpokenGround {
  name: string;
  reason: string;
  form: 'area' | 'line' | 'point';
  parts: number[][];
}

export interface Selection {
  kind: string;
  title: string;
  fixed?: boolean;
  facts: [string, string][];
  story: string[];
  entries: Entry[];
  history: Entry[];
  verdicts: Verdict[];
}

/** What was measured on a mapper's front. */
export interface Measured {
  name: string;
  text: string;
  who: string;
  state: string;
  value: number;
  carried: boolean;
}

export interface Group {
  title: string;
  unit: string;
  figures: Figure[];
  measured: Measured[];
}

export interface Cited {
  said: string;
  who: string;
  side: string;
  about: string;
  known: string;
  doubt: string;
  dayNote: string;
  source: Source;
}

export interface Answer {
  question: string;
  text: string;
  computed: boolean;
  cited: Cited[];
}

export interface DayData {
  day: string;
  number: string;
  known: string;
  today: boolean;
  sentence: string;
  verdicts: Verdict[];
  orders: OrderEntry[];
  statements: Said[];
  news: Entry[];
  carried: Figure[];
}

/** What two clocks show differently. */
export interface Clocks {
  words: string;
  entries: Entry[];
  drawn: string[];
}

/** How much the filters hide, in words, and the state of the map in which they hide nothing. */
export interface Hidden {
  words: string;
  reset: object;
}

export interface PanelData extends DayData {
  selection: Selection | null;
  verdictCounts: string;
  hidden: Hidden | null;
  later: Clocks | null;
  groups: Group[];
}

export interface SheetData extends DayData {
  sides: { side: string; title: string; figures: Figure[]; hidden: number }[];
}

export interface TableData {
  columns: string[];
  rows: (string | number)[][];
  caption: string;
  empty: string;
  hidden: Hidden | null;
}

export interface HeadData {
  title: string;
  note: string;
  known: string;
  today: boolean;
  pin: Record<string, string>;
}

/** The map's state as it crosses the frame's border. */
export interface MapState {
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
  at: string | null;
}

export interface FrameData {
  title: string;
  document: string;
  digest: string;
  initial: Omit<MapState, 'at'>;
  at: string | null;
}

/** A count of settlements, held against those that are named. */
export interface Count {
  value: number;
  age: string;
  cited: Cited;
  claimed: string[];
  entered: string[];
  bySelf: number;
  bySide: number;
  unnamed: number;
  offMap: string[];
  within: { label: string; inside: string[]; edge: string[] }[];
}

export interface PlacesData {
  summary: string;
  heading: string;
  answers: Answer[];
  counts: Count[];
}

/** One run of a status, in days from the matrix's first. */
/** Days in a row, both included, on which a word is of one age: "fresh", "faded" or "doubtful". */
export type AgeStep = [from: number, to: number, age: string];

export interface Span {
  steps: AgeStep[];
  open: boolean;
  status: string;
  words: string;
  cited: Cited;
}

export interface Lane {
  who: string;
  side: string;
  spans: Span[];
  now: string;
  doubt: string;
}

export interface MatrixPlace {
  id: string;
  name: string;
  others: string;
  where: string;
  onMap: boolean;
  status: string;
  disputed: boolean;
  disputedDays: string;
  first: string[];
  lanes: Lane[];
}

export interface MatrixData {
  days: number;
  on: number;
  onWords: string;
  months: [number, string][];
  places: MatrixPlace[];
  words: Record<string, string>;
  ages: Record<string, string>;
  empty: string;
}

export interface ZoneOrder extends Cited {
  from: string;
  until: string;
  settlements: number | null;
}

/** A figure of people or of casualties, with its source. */
export interface PeopleFigure extends Cited {
  bar: number;
  kind: string;
  age: string;
  repeats: number;
  place: string;
  children: Cited[];
  childrenAbove: boolean;
}

/** The figures of one metric and kind, whose bars are as long as their part of the greatest. */
export interface PeopleScale {
  title: string;
  figures: PeopleFigure[];
}

export interface PeopleScope {
  title: string;
  zone: string;
  scales: PeopleScale[];
  shares: { share: number; text: string; above: boolean; cited: Cited[] }[];
  rates: { text: string; bounds: boolean; cited: Cited[] }[];
  conflicts: { apart: string; cited: Cited[] }[];
  left: Cited[];
}

export interface Zone {
  name: string;
  others: string;
  oblast: string;
  extent: string;
  areaKm2: number | null;
  state: string;
  words: string;
  conflicting: boolean;
  orders: ZoneOrder[];
  lead: string;
  leadPlace: string;
  leadDays: number | null;
  leadCited: Cited[];
  nearest: string;
  overlaps: { label: string; share: number; words: string }[];
  people: PeopleScope[];
}

export interface Casualties {
  figures: PeopleFigure[];
  falls: { text: string; cited: Cited[] }[];
}

export interface EvacuationData {
  day: string;
  heading: string;
  answers: Answer[];
  zones: Zone[];
  silent: string[];
  people: PeopleScope[];
  casualties: Casualties;
}

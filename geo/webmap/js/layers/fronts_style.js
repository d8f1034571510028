/**
 * How a mapper's track looks. The mapper is told by line (single, double, beaded) and hue; held ground is washed and has
 * a dense pattern under a strong line, unclear ground a sparse one under a thin line. The line is whole because a mapper
 * drew it; what is carried forward from an earlier day is fainter and dashed.
 */
((S) => {
  'use strict';

  const LINES = ['single', 'double', 'beaded'];
  const TILE = 8;
  const slots = new Map();
  let tiles = new Map();

  /** A mapper's number in order of appearance, and whether the ground is another holder's than the mapper's first. */
  function slotOf(track) {
    if (!slots.has(track.mapper)) slots.set(track.mapper, { number: slots.size, holder: track.holder });
    const { number, holder } = slots.get(track.mapper);
    return { number, other: track.holder !== holder };
  }

  for (const track of S.tracks.values()) {
    const { number, other } = slotOf(track);
    track.style = { hue: `--front-${number % 3}`, line: LINES[number % 3], other, unclear: track.status === 'unclear' };
  }

  /** The mark of a pattern's tile: strokes that neither claims (rising) nor zones (level) use. */
  function mark(pen, size, { line, other }) {
    const half = size / 2;
    pen.beginPath();
    if (other) {
      pen.moveTo(half, 0);
      pen.lineTo(half, size);
    } else if (line === 'single') {
      for (const shift of [-size, 0, size]) {
        pen.moveTo(shift, 0);
        pen.lineTo(shift + size, size);
      }
    } else if (line === 'double') {
      pen.moveTo(half - 2, half - 1);
      pen.lineTo(half, half + 1.5);
      pen.lineTo(half + 2, half - 1);
    } else {
      pen.arc(half, half, 1.6, 0, 7);
    }
    pen.stroke();
  }

  /** The signs of a difference: a plus for gained, a minus for lost. */
  function sign(pen, size, kind) {
    const half = size / 2;
    pen.lineWidth = 1.6;
    pen.beginPath();
    pen.moveTo(half - 3, half);
    pen.lineTo(half + 3, half);
    if (kind === 'gained') {
      pen.moveTo(half, half - 3);
      pen.lineTo(half, half + 3);
    }
    pen.stroke();
  }

  function tile(track, kind, dpr) {
    const { style } = track;
    const size = kind ? 12 : style.unclear ? 2 * TILE : TILE;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.round(size * dpr);
    const pen = canvas.getContext('2d');
    pen.scale(canvas.width / size, canvas.height / size);
    pen.fillStyle = kind === 'lost' ? S.colour('--paper') : S.colour(style.hue);
    pen.globalAlpha = kind ? { gained: 0.38, lost: 0.72 }[kind] : style.unclear ? 0.05 : 0.13;
    pen.fillRect(0, 0, size, size);
    pen.globalAlpha = kind ? 1 : 0.5;
    pen.strokeStyle = S.colour(style.hue);
    pen.lineWidth = 1;
    if (kind) sign(pen, size, kind);
    else mark(pen, size, style);
    return { canvas, size };
  }

  /**
   * The pattern that fills a track's ground, or what it gained or lost.
   * @param {CanvasRenderingContext2D} pen @param {Object} track @param {''|'gained'|'lost'} kind
   * @param {{dpr: number, x: number, y: number}} frame where on the canvas the pattern is pinned to the ground
   */
  S.frontFill = (pen, track, kind, { dpr, x, y }) => {
    const key = `${track.id} ${kind} ${dpr}`;
    if (!tiles.has(key)) {
      const made = tile(track, kind, dpr);
      tiles.set(key, { pattern: pen.createPattern(made.canvas, 'repeat'), size: made.size, scale: made.size / made.canvas.width });
    }
    const { pattern, size, scale } = tiles.get(key);
    pattern.setTransform(new DOMMatrix([scale, 0, 0, scale, x % size, y % size]));
    return pattern;
  };

  /**
   * Draw a track's outline.
   * @param {CanvasRenderingContext2D} pen @param {Path2D} path @param {Object} track @param {{carried: boolean, lit: boolean}} flags
   */
  S.frontStroke = (pen, path, track, { carried, lit }) => {
    const { hue, line, unclear } = track.style;
    const strong = (unclear ? 1.1 : 2) + (lit ? 1.2 : 0);
    const dash = carried ? [7, 5] : [];
    const stroke = (width, name, pattern = dash) => {
      pen.lineWidth = width;
      pen.strokeStyle = S.colour(name);
      pen.setLineDash(pattern);
      pen.stroke(path);
    };
    pen.lineJoin = 'round';
    pen.lineCap = 'butt';
    if (line === 'double') {
      stroke(strong + (unclear ? 1.8 : 2.6), hue);
      stroke(unclear ? 1.2 : 1.8, '--paper', []);
    } else {
      stroke(line === 'beaded' ? 1 + (lit ? 1 : 0) : strong, hue);
    }
    if (line !== 'beaded') return;
    pen.lineCap = 'round';
    stroke(strong + 2.4, hue, [0, carried ? 14 : 9]);
  };

  /** A picture of a track for legends and lists. @param {Object} track @param {{carried?: boolean, kind?: string}} [as] */
  S.frontKey = (track, as = {}) => {
    const canvas = S.el('canvas', { class: 'key front-key', width: 60, height: 32, 'aria-hidden': 'true' });
    const paint = () => {
      const pen = canvas.getContext('2d');
      pen.setTransform(2, 0, 0, 2, 0, 0);
      pen.clearRect(0, 0, 30, 16);
      const path = new Path2D();
      path.rect(3, 3, 24, 10);
      pen.globalAlpha = as.carried ? S.CARRIED_ALPHA : 1;
      pen.fillStyle = S.frontFill(pen, track, as.kind || '', { dpr: 2, x: 0, y: 0 });
      pen.fill(path);
      if (as.kind) S.differenceStroke(pen, path, track, as.kind);
      else S.frontStroke(pen, path, track, { carried: Boolean(as.carried), lit: false });
    };
    paint();
    S.onTheme(paint);
    return canvas;
  };

  /** The edge of what was gained or lost. */
  S.differenceStroke = (pen, path, track, kind) => {
    pen.lineWidth = 1.2;
    pen.strokeStyle = S.colour(track.style.hue);
    pen.setLineDash(kind === 'lost' ? [3, 3] : []);
    pen.stroke(path);
  };

  /** How much of itself a drawing keeps when it is carried forward. */
  S.CARRIED_ALPHA = 0.55;

  S.onTheme(() => {
    tiles = new Map();
  });
})(Salient);

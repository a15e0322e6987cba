import { colour } from '../theme.ts';

/** Small parts from which the illustrations are drawn: SVG as text, on a canvas of 500 × 470. */
export const CANVAS = { width: 500, height: 470 } as const;

type TextStyle = { size?: number; fill?: string; weight?: number; anchor?: 'start' | 'middle' | 'end' };

export function words(x: number, y: number, text: string, style: TextStyle = {}): string {
  const { size = 24, fill = colour.ink, weight = 500, anchor = 'start' } = style;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" font-weight="${weight}" text-anchor="${anchor}">${text}</text>`;
}

type BoxStyle = { fill?: string; stroke?: string; radius?: number; width?: number };

export function box(x: number, y: number, width: number, height: number, style: BoxStyle = {}): string {
  const { fill = colour.card, stroke = colour.line, radius = 12, width: line = 2 } = style;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${line}"/>`;
}

/** A grey bar that stands for text. */
export const bar = (x: number, y: number, width: number, height = 12, fill: string = colour.line): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${height / 2}" fill="${fill}"/>`;

export function button(x: number, y: number, width: number, text: string, quiet = false, height = 56): string {
  const fill = quiet ? colour.card : colour.accent;
  const label = { fill: quiet ? colour.accent : colour.card, weight: 600, anchor: 'middle' } as const;
  return (
    box(x, y, width, height, { fill, stroke: colour.accent, radius: 10 }) +
    words(x + width / 2, y + height / 2 + 9, text, label)
  );
}

export function disc(x: number, y: number, radius: number, fill: string, text = '', size = radius): string {
  const label = text ? words(x, y + size * 0.36, text, { size, fill: colour.card, weight: 700, anchor: 'middle' }) : '';
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>${label}`;
}

export const stroke = (path: string, tint: string, width = 5): string =>
  `<path d="${path}" fill="none" stroke="${tint}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const tick = (x: number, y: number, size = 20, tint: string = colour.good): string =>
  stroke(`M${x - size / 2} ${y} l${size * 0.36} ${size * 0.38} l${size * 0.64} ${-size * 0.76}`, tint, size / 4);

export const triangle = (x: number, y: number, size: number, tint: string): string =>
  `<path d="M${x - size * 0.4} ${y - size * 0.5} L${x + size * 0.55} ${y} L${x - size * 0.4} ${y + size * 0.5} Z" fill="${tint}" stroke="${tint}" stroke-width="4" stroke-linejoin="round"/>`;

/** A window of the portal that fills the canvas; `content` is drawn inside it. */
export function page(title: string, content: string): string {
  return (
    box(0, 0, CANVAS.width, CANVAS.height, { radius: 18 }) +
    disc(36, 38, 9, colour.accent) +
    words(56, 47, title, { weight: 600, fill: colour.ink2 }) +
    `<line x1="0" y1="74" x2="${CANVAS.width}" y2="74" stroke="${colour.line}" stroke-width="2"/>` +
    content
  );
}

/** A telephone at the left edge `x`, 250 wide. */
export function phone(x: number, content: string): string {
  return (
    box(x, 4, 250, 462, { radius: 34, stroke: colour.ink2, width: 5 }) +
    bar(x + 95, 20, 60, 8, colour.ink2) +
    `<g transform="translate(${x} 0)">${content}</g>`
  );
}

/** The hatched pattern of time that did not count. */
export const hatch =
  `<defs><pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
  `<rect width="12" height="12" fill="${colour.warnSoft}"/><rect width="5" height="12" fill="${colour.warn}"/></pattern></defs>`;

/** A picture of a lecture with a play mark. */
export const video = (x: number, y: number, width: number, height: number): string =>
  box(x, y, width, height, { fill: '#3A3532', stroke: '#3A3532' }) +
  disc(x + width / 2, y + height / 2, Math.min(40, height / 4), 'rgba(255,255,255,.92)') +
  triangle(x + width / 2, y + height / 2, Math.min(36, height / 4.5), colour.accent);

/** A cloud with its middle at x, y; crossed out where the network is gone. */
export const cloud = (x: number, y: number, tint: string, crossed: boolean): string =>
  `<g transform="translate(${x} ${y})">` +
  stroke('M-52 30 a30 30 0 0 1 2 -60 a42 42 0 0 1 80 -4 a32 32 0 0 1 22 64 Z', tint, 6) +
  (crossed ? stroke('M-50 -58 L56 48', colour.accent, 7) : '') +
  '</g>';

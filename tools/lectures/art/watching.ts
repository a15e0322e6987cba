import { colour } from '../theme.ts';
import { bar, box, button, cloud, disc, hatch, page, stroke, tick, triangle, video, words } from './kit.ts';

type Part = { from: number; to: number; kind: 'counted' | 'hatched' };

/** The strip under the video: counted parts solid, refused parts hatched, the rest empty. Positions in 0–1. */
const strip = (x: number, y: number, width: number, parts: Part[], height = 26): string =>
  hatch +
  box(x, y, width, height, { fill: colour.paper, radius: 6 }) +
  parts
    .map(({ from, to, kind }) => {
      const fill = kind === 'counted' ? colour.good : 'url(#hatch)';
      return `<rect x="${x + from * width}" y="${y}" width="${(to - from) * width}" height="${height}" rx="5" fill="${fill}"/>`;
    })
    .join('');

const partly: Part[] = [
  { from: 0, to: 0.46, kind: 'counted' },
  { from: 0.46, to: 0.6, kind: 'hatched' },
];

const key = (y: number, part: Part | null, label: string): string =>
  strip(50, y, 90, part ? [{ ...part, from: 0, to: 1 }] : [], 30) + words(164, y + 25, label, { weight: 600 });

/** Illustrations of the second lecture. */
export const watchingArt: Record<string, string> = {
  'cover-watch':
    video(20, 50, 460, 260) +
    strip(20, 336, 460, [{ from: 0, to: 0.62, kind: 'counted' }], 30) +
    disc(440, 420, 38, colour.gold, '学', 34) +
    words(384, 430, '0.5', { size: 34, weight: 700, fill: colour.gold, anchor: 'end' }),
  start: page(
    '首页',
    words(30, 122, '继续学习', { weight: 700 }) +
      box(24, 140, 452, 130, { stroke: colour.accent, width: 3 }) +
      video(42, 158, 150, 94) +
      words(212, 196, '第二讲', { weight: 700 }) +
      words(212, 234, '从 12:34 继续', { size: 22, fill: colour.ink3 }) +
      box(24, 292, 452, 64, { fill: colour.paper }) +
      stroke('M62 316 a12 12 0 1 0 1 1 M70 334 l9 9', colour.ink3, 4) +
      words(98, 333, 'dxrm', { weight: 600 }) +
      words(170, 333, '→ 党校入门', { fill: colour.ink3, size: 22 }) +
      button(24, 384, 452, '继续 第 2 讲'),
  ),
  'first-view':
    video(10, 10, 480, 270) +
    strip(10, 306, 480, [{ from: 0, to: 0.5, kind: 'counted' }], 30) +
    `<line x1="250" y1="292" x2="250" y2="420" stroke="${colour.accent}" stroke-width="5"/>` +
    stroke('M120 386 h-56 m18 -16 l-18 16 l18 16', colour.good) +
    words(136, 394, '可以回看', { fill: colour.good, weight: 600, size: 22 }) +
    stroke('M380 386 h56', colour.accent) +
    stroke('M424 370 l28 32 m0 -32 l-28 32', colour.accent) +
    words(368, 394, '先看完', { fill: colour.accent, weight: 600, size: 22, anchor: 'end' }) +
    words(250, 450, '看到这里', { anchor: 'middle', fill: colour.ink2, size: 22 }),
  strip:
    video(10, 0, 480, 220) +
    strip(10, 240, 480, partly, 34) +
    key(306, { from: 0, to: 1, kind: 'counted' }, '已经计入') +
    key(362, { from: 0, to: 1, kind: 'hatched' }, '没有计入') +
    key(418, null, '还没有看'),
  why: page(
    '第二讲',
    strip(30, 112, 440, partly, 34) +
      `<path d="M263 152 l-18 36 h36 Z" fill="${colour.warn}"/>` +
      box(30, 186, 440, 172, { fill: colour.warnSoft, stroke: colour.warn }) +
      words(54, 230, '这 2 分钟未计入', { weight: 700, fill: colour.warn }) +
      words(54, 278, '同一时间您在学习', { size: 22 }) +
      words(54, 312, '另一门课', { size: 22 }) +
      button(30, 386, 440, '再看这一段'),
  ),
  offline:
    cloud(250, 80, colour.ink3, true) +
    stroke('M250 150 v54', colour.line, 6) +
    box(90, 216, 320, 150, { radius: 18, stroke: colour.ink2, width: 4 }) +
    box(112, 236, 276, 66, { fill: colour.infoSoft, stroke: colour.infoSoft }) +
    words(250, 278, '进度已存在本机', { anchor: 'middle', fill: colour.info, weight: 600 }) +
    strip(112, 318, 276, [{ from: 0, to: 0.7, kind: 'counted' }], 24) +
    box(20, 400, 460, 60, { fill: colour.goodSoft, stroke: colour.goodSoft }) +
    tick(58, 431, 26) +
    words(88, 440, '网络恢复，自动上传', { fill: colour.good, weight: 600 }),
  example:
    box(0, 0, 500, 170) +
    disc(66, 85, 36, colour.accent) +
    triangle(66, 85, 30, colour.card) +
    words(126, 64, '一讲 25 分钟', { size: 30, weight: 700 }) +
    strip(126, 88, 340, [{ from: 0, to: 0.9, kind: 'counted' }], 26) +
    words(466, 154, '看满 90%', { anchor: 'end', fill: colour.good, weight: 600, size: 22 }) +
    stroke('M250 178 v42 m-16 -16 l16 16 l16 -16', colour.ink3) +
    box(90, 238, 320, 130, { fill: colour.goodSoft, stroke: colour.good }) +
    words(250, 324, '0.5 学时', { size: 56, weight: 700, fill: colour.good, anchor: 'middle' }) +
    bar(90, 398, 320, 2) +
    words(250, 440, '再看一遍：不重复计', { anchor: 'middle', fill: colour.ink3 }),
};

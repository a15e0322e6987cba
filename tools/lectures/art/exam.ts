import { colour } from '../theme.ts';
import { bar, box, button, cloud, disc, page, stroke, tick, words } from './kit.ts';

const option = (y: number, letter: string, text: string, chosen = false): string =>
  box(30, y, 440, 66, chosen ? { fill: colour.accentSoft, stroke: colour.accent, width: 3 } : {}) +
  disc(70, y + 33, 22, chosen ? colour.accent : colour.ink3, letter, 24) +
  words(110, y + 42, text, { weight: chosen ? 600 : 500 });

const saved = (x: number, y: number): string =>
  box(x, y, 132, 46, { fill: colour.goodSoft, stroke: colour.goodSoft, radius: 23 }) +
  tick(x + 28, y + 24, 18) +
  words(x + 48, y + 32, '已保存', { fill: colour.good, weight: 600, size: 22 });

/** A ring that is full to `share` (0–1), with its figure in the middle. */
const ring = (x: number, y: number, share: number, figure: string, label: string, tint: string): string => {
  const length = 2 * Math.PI * 58;
  return (
    `<circle cx="${x}" cy="${y}" r="58" fill="none" stroke="${colour.line}" stroke-width="15"/>` +
    `<circle cx="${x}" cy="${y}" r="58" fill="none" stroke="${tint}" stroke-width="15" stroke-linecap="round" stroke-dasharray="${length * share} ${length}" transform="rotate(-90 ${x} ${y})"/>` +
    words(x, y + 9, figure, { size: 26, weight: 700, anchor: 'middle' }) +
    words(x, y + 104, label, { anchor: 'middle', fill: colour.ink2, size: 22 })
  );
};

const fact = (x: number, y: number, figure: string, label: string): string =>
  box(x, y, 208, 92, { fill: colour.paper }) +
  words(x + 104, y + 42, figure, { size: 28, weight: 700, anchor: 'middle' }) +
  words(x + 104, y + 76, label, { size: 22, fill: colour.ink3, anchor: 'middle' });

/** Illustrations of the third lecture. */
export const examArt: Record<string, string> = {
  'cover-exam':
    box(70, 20, 300, 400, { radius: 16 }) +
    [0, 1, 2, 3]
      .map((row) => {
        const y = 92 + row * 82;
        const done = row < 3;
        return (
          box(104, y - 22, 44, 44, { fill: done ? colour.goodSoft : colour.paper, radius: 10 }) +
          (done ? tick(126, y, 24) : '') +
          bar(170, y - 7, 150 - row * 16, 14)
        );
      })
      .join('') +
    disc(390, 370, 76, colour.gold) +
    tick(390, 372, 76, colour.card),
  gate: page(
    '单元测试',
    fact(30, 96, '20 题', '题数') +
      fact(262, 96, '30 分钟', '时间') +
      fact(30, 206, '60 分', '及格线') +
      fact(262, 206, '2 次', '还能考') +
      box(30, 318, 440, 58, { fill: colour.goodSoft, stroke: colour.goodSoft }) +
      tick(64, 348, 24) +
      words(92, 356, '本单元已看完', { fill: colour.good, weight: 600 }) +
      button(30, 394, 440, '开始考试', false, 58),
  ),
  options: page(
    '第 7 / 20 题',
    words(30, 118, '看到“已保存”，说明什么？', { weight: 600 }) +
      option(142, 'A', '答案已经存好', true) +
      option(220, 'B', '已经交卷') +
      option(298, 'C', '还没有选择') +
      button(30, 392, 206, '上一题', true, 54) +
      button(264, 392, 206, '下一题', false, 54),
  ),
  saved: page(
    '第 7 / 20 题',
    saved(346, 14) +
      option(112, 'A', '答案已经存好', true) +
      option(192, 'B', '已经交卷') +
      stroke('M250 276 v34 m-13 -12 l13 13 l13 -13', colour.good) +
      box(90, 326, 320, 116, { fill: colour.goodSoft, stroke: colour.good }) +
      tick(142, 386, 46) +
      words(188, 396, '7 题全部存好', { fill: colour.good, weight: 700, size: 28 }),
  ),
  'exam-offline':
    cloud(250, 76, colour.ink3, true) +
    box(20, 156, 460, 118, { fill: colour.warnSoft, stroke: colour.warn }) +
    words(46, 206, '网络已断开', { weight: 700, fill: colour.warn }) +
    words(46, 248, '答案已存本机（3 题待上传）', { fill: colour.ink2 }) +
    stroke('M250 292 v40 m-14 -14 l14 14 l14 -14', colour.good) +
    box(20, 350, 460, 100, { fill: colour.goodSoft, stroke: colour.good }) +
    tick(76, 400, 40) +
    words(124, 410, '网络恢复，全部上传', { weight: 700, fill: colour.good, size: 28 }),
  'hand-in': page(
    '交卷',
    words(30, 122, '还有 2 题没有答', { weight: 700, size: 28 }) +
      Array.from({ length: 20 }, (_, index) => {
        const x = 30 + (index % 10) * 44.5;
        const y = 148 + Math.floor(index / 10) * 52;
        const empty = index === 8 || index === 15;
        return (
          box(x, y, 38, 42, {
            fill: empty ? colour.card : colour.goodSoft,
            stroke: empty ? colour.accent : colour.goodSoft,
            radius: 8,
            width: 3,
          }) +
          words(x + 19, y + 29, String(index + 1), {
            size: 20,
            weight: 600,
            anchor: 'middle',
            fill: empty ? colour.accent : colour.good,
          })
        );
      }).join('') +
      words(30, 302, '交卷以后不能再修改', { fill: colour.ink2 }) +
      button(30, 332, 440, '确认交卷', false, 58) +
      button(30, 402, 440, '继续作答', true, 54),
  ),
  result: page(
    '考试结果',
    disc(250, 168, 64, colour.good) +
      tick(250, 170, 66, colour.card) +
      words(250, 288, '通过 · 85 分', { size: 38, weight: 700, anchor: 'middle' }) +
      box(110, 312, 280, 60, { fill: colour.goodSoft, stroke: colour.goodSoft }) +
      words(250, 352, '计入 0.5 学时', { anchor: 'middle', fill: colour.good, weight: 600 }) +
      button(110, 394, 280, '查看解析', true, 54),
  ),
  hours: page(
    '我的学时',
    ring(140, 166, 0.62, '20 / 32', '集中培训', colour.accent) +
      ring(360, 166, 0.96, '48 / 50', '网络学习', colour.gold) +
      box(24, 296, 452, 158, { fill: colour.paper }) +
      words(46, 336, '学时如何计算　+0.5', { weight: 700 }) +
      words(46, 374, '规则：超过 15、不到 30 分钟', { size: 22, fill: colour.ink2 }) +
      words(46, 406, '观看：5月6日 09:00–09:25', { size: 22, fill: colour.ink2 }) +
      words(46, 438, '台账编号：第 18 号', { size: 22, fill: colour.ink2 }),
  ),
};

import { colour } from '../theme.ts';
import { bar, box, button, disc, page, phone, stroke, tick, words } from './kit.ts';

const field = (y: number, label: string, value: string, active = false): string =>
  words(40, y, label, { fill: colour.ink3, size: 22 }) +
  box(40, y + 14, 420, 58, { stroke: active ? colour.accent : colour.line, width: active ? 3 : 2 }) +
  words(60, y + 52, value, { weight: 600 });

const tabNames = ['首页', '课程', '学时', '我的'] as const;

const person = (x: number, y: number, tint: string): string =>
  disc(x, y - 16, 18, tint) + `<path d="M${x - 34} ${y + 42} a34 34 0 0 1 68 0 Z" fill="${tint}"/>`;

const miniature = (x: number, size: number, rows: number): string =>
  phone(
    x,
    words(28, 86, '今日学习', { size: size + 4, weight: 700 }) +
      Array.from({ length: rows }, (_, row) => {
        const height = size * 3;
        const y = 112 + row * (height + 14);
        return (
          box(22, y, 206, height) + words(38, y + height / 2 + size * 0.36, '继续学习', { size, fill: colour.ink2 })
        );
      }).join(''),
  );

/** Illustrations of the first lecture. */
export const signInArt: Record<string, string> = {
  'cover-sign-in': phone(
    125,
    disc(125, 150, 54, colour.accentSoft) +
      person(125, 146, colour.accent) +
      bar(45, 238, 160, 34, colour.line) +
      bar(45, 288, 160, 34, colour.line) +
      button(45, 342, 160, '登录', false, 52),
  ),
  activation: page(
    '激活账号',
    field(116, '激活码', 'K7QM - 2W9D', true) +
      box(40, 208, 420, 62, { fill: colour.goodSoft, stroke: colour.goodSoft }) +
      tick(70, 240, 24) +
      words(98, 248, '王建国 · 城关街道支部', { fill: colour.good, weight: 600 }) +
      field(310, '设置密码（至少 10 位）', '● ● ● ● ● ● ● ● ● ●') +
      button(40, 402, 420, '激活', false, 52),
  ),
  'sign-in': page(
    '登录',
    field(122, '登录名或手机号', '138 0000 0000') +
      field(228, '密码', '● ● ● ● ● ● ● ● ● ●', true) +
      button(40, 330, 420, '登录') +
      words(250, 430, '忘记密码？请联系管理员', { anchor: 'middle', fill: colour.ink3, size: 22 }),
  ),
  tabs: phone(
    125,
    words(28, 84, '您好，王建国', { weight: 700 }) +
      box(22, 104, 206, 96, { fill: colour.accentSoft, stroke: colour.accentSoft }) +
      words(40, 144, '今年还差', { size: 22, fill: colour.ink2 }) +
      words(40, 182, '12 学时', { size: 28, weight: 700, fill: colour.accent }) +
      box(22, 216, 206, 64) +
      bar(40, 240, 130, 14) +
      box(22, 294, 206, 64) +
      bar(40, 318, 100, 14) +
      `<line x1="4" y1="384" x2="246" y2="384" stroke="${colour.line}" stroke-width="2"/>` +
      tabNames
        .map((name, index) => {
          const on = index === 0;
          const x = 38 + index * 58;
          return (
            disc(x, 406, 8, on ? colour.accent : colour.line) +
            words(x, 442, name, { anchor: 'middle', fill: on ? colour.accent : colour.ink3, weight: on ? 700 : 500 })
          );
        })
        .join(''),
  ),
  'large-text':
    '<g transform="translate(0 32) scale(.86)">' +
    miniature(0, 18, 4) +
    stroke('M268 235 h42 m-16 -16 l16 16 l-16 16', colour.accent, 6) +
    miniature(328, 34, 2) +
    '</g>',
  profile: page(
    '我的资料',
    disc(90, 150, 46, colour.accentSoft) +
      person(90, 148, colour.accent) +
      words(160, 142, '王建国', { size: 30, weight: 700 }) +
      words(160, 180, '正式党员', { fill: colour.ink3 }) +
      ['组织|城关街道支部', '手机|138 **** 0000', '密码|修改密码']
        .map((row, index) => {
          const [label = '', value = ''] = row.split('|');
          const y = 266 + index * 72;
          const action = index === 2;
          return (
            words(40, y, label, { fill: colour.ink3 }) +
            words(460, y, value, { anchor: 'end', weight: 600, fill: action ? colour.accent : colour.ink }) +
            (action ? '' : bar(40, y + 24, 420, 2))
          );
        })
        .join(''),
  ),
  devices: page(
    '登录的设备',
    ['这台手机|刚刚使用', '办公室电脑|今天 08:30', '不认识的设备|昨天 23:10']
      .map((row, index) => {
        const [name = '', when = ''] = row.split('|');
        const y = 96 + index * 120;
        const odd = index === 2;
        return (
          box(24, y, 452, 104, odd ? { fill: colour.accentSoft, stroke: colour.accent } : {}) +
          words(48, y + 46, name, { weight: 600 }) +
          words(48, y + 82, when, { size: 22, fill: colour.ink3 }) +
          (index === 0 ? tick(436, y + 52, 30) : button(352, y + 26, 104, '退出', true, 52))
        );
      })
      .join(''),
  ),
};

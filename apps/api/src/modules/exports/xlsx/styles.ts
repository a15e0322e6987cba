/** Places in `cellXfs` below. */
export const STYLE = {
  plain: 0,
  header: 1,
  day: 2,
  instant: 3,
  decimal: 4,
  integer: 5,
  title: 6,
  label: 7,
  wrapped: 8,
} as const;
export type Style = (typeof STYLE)[keyof typeof STYLE];

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const font = (size: number, more = '') => `<font>${more}<sz val="${size}"/><name val="等线"/><family val="2"/></font>`;
const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const xf = (numFmt: number, fontId: number, fillId: number, align = '') =>
  `<xf numFmtId="${numFmt}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${
    align ? ` applyAlignment="1">${align}</xf>` : '/>'
  }`;
const top = '<alignment vertical="top" wrapText="1"/>';

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${NS}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="4">${font(11)}${font(11, '<b/>')}${font(18, '<b/>')}${font(11, '<color rgb="FF57534E"/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('F7F5F2')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9">${[
  xf(49, 0, 0),
  xf(49, 1, 2, '<alignment vertical="center" wrapText="1"/>'),
  xf(164, 0, 0),
  xf(165, 0, 0),
  xf(2, 0, 0),
  xf(1, 0, 0),
  xf(49, 2, 0, '<alignment vertical="center"/>'),
  xf(49, 3, 0, top),
  xf(49, 0, 0, top),
].join('')}</cellXfs></styleSheet>`;

import {
  baseFontSize,
  contentWidth,
  controlHeight,
  fontFamily,
  fontSizes,
  lineHeight,
  palettes,
  radius,
  spacing,
  type Palette,
} from './tokens.ts';

const kebab = (key: string) => key.replace(/([A-Z0-9])/g, '-$1').toLowerCase();
const rem = (px: number) => `${px / baseFontSize.normal}rem`;
const rule = (selector: string, lines: string[]) =>
  `${selector} {\n${lines.map((line) => `  ${line};`).join('\n')}\n}\n`;

function colours(palette: Palette, scheme: 'light' | 'dark'): string[] {
  return [
    `color-scheme: ${scheme}`,
    ...Object.entries(palette).map(([key, value]) => `--dx-${kebab(key)}: ${value.toLowerCase()}`),
  ];
}

/** The style sheet of CSS variables (`--dx-…`) that `theme.css` holds. */
export function toCss(): string {
  return [
    '/* Made from tokens.ts by to-css.ts: change the tokens, then run `node libs/web-kit/src/theme/write-css.ts`. */\n',
    rule(':root', [
      ...colours(palettes.light, 'light'),
      `--dx-font: ${fontFamily}`,
      `--dx-line-height: ${lineHeight}`,
      `--dx-content: ${contentWidth}px`,
      `--dx-control-height: ${controlHeight.normal}px`,
      ...Object.entries(fontSizes).map(([key, px]) => `--dx-text-${key}: ${rem(px)}`),
      ...Object.entries(spacing).map(([key, px]) => `--dx-space-${key}: ${rem(px)}`),
      ...Object.entries(radius).map(([key, px]) => `--dx-radius-${key}: ${px}px`),
      `font-size: ${(baseFontSize.normal / 16) * 100}%`,
    ]),
    rule("html[data-scheme='dark']", colours(palettes.dark, 'dark')),
    `@media (prefers-color-scheme: dark) {\n${rule(
      '  html:not([data-scheme])',
      colours(palettes.dark, 'dark').map((line) => `  ${line}`),
    ).replace(/\}\n$/, '  }\n')}}\n`,
    rule("html[data-text-size='large']", [
      `font-size: ${(baseFontSize.large / 16) * 100}%`,
      `--dx-control-height: ${controlHeight.large}px`,
    ]),
    rule('body', [
      'margin: 0',
      'background: var(--dx-paper)',
      'color: var(--dx-ink)',
      'font-family: var(--dx-font)',
      'font-size: var(--dx-text-md)',
      'line-height: var(--dx-line-height)',
      'font-variant-numeric: tabular-nums',
      '-webkit-text-size-adjust: 100%',
    ]),
    `@media (prefers-reduced-motion: reduce) {\n  *,\n  *::before,\n  *::after {\n    animation-duration: 0.01ms !important;\n    animation-iteration-count: 1 !important;\n    scroll-behavior: auto !important;\n    transition-duration: 0.01ms !important;\n  }\n}\n`,
  ].join('\n');
}

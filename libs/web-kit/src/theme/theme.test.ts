import { readFileSync } from 'node:fs';
import { palettes, type Palette } from './tokens.ts';
import { toCss } from './to-css.ts';

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe('theme', () => {
  test('theme.css is made from the tokens', () => {
    const words = (css: string) => css.replace(/\s+/g, ' ').trim();
    expect(words(readFileSync(new URL('./theme.css', import.meta.url), 'utf8'))).toBe(words(toCss()));
  });

  describe.each(Object.entries(palettes))('%s', (_scheme, palette: Palette) => {
    const texts = ['ink', 'ink2', 'ink3', 'accent', 'gold', 'good', 'warn', 'bad', 'info'] as const;
    test.each(texts)('%s is readable on paper and card', (key) => {
      expect(contrast(palette[key], palette.paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette[key], palette.card)).toBeGreaterThanOrEqual(4.5);
    });
    test.each(['good', 'warn', 'bad', 'info'] as const)('%s is readable on its soft ground', (key) => {
      expect(contrast(palette[key], palette[`${key}Soft`])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.ink2, palette[`${key}Soft`])).toBeGreaterThanOrEqual(4.5);
    });
    test('text on and in the accent is readable, controls are visible', () => {
      expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.accent, palette.accentSoft)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.control, palette.card)).toBeGreaterThanOrEqual(3);
      expect(contrast(palette.control, palette.paper)).toBeGreaterThanOrEqual(3);
    });
  });
});

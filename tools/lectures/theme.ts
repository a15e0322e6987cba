/** The platform's light theme, so that the lectures look like the pages they explain. */
export const colour = {
  accent: '#B01E23',
  accentSoft: '#FBEDEC',
  gold: '#8F6118',
  ink: '#1D1B1A',
  ink2: '#57534E',
  ink3: '#716C66',
  paper: '#F7F5F2',
  card: '#FFFFFF',
  line: '#E7E3DD',
  good: '#2F7D4F',
  goodSoft: '#E6F1EA',
  warn: '#8A5C00',
  warnSoft: '#FAF1DC',
  info: '#1D5FA8',
  infoSoft: '#E6EFF8',
} as const;

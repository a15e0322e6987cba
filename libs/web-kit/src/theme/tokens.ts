/** The one source of colours, sizes and spacing of both apps. `theme.css` is made of it (`to-css.ts`); a test keeps them equal. */

export type Scheme = 'light' | 'dark';
export type TextSize = 'normal' | 'large';

export interface Palette {
  /** One primary action per screen and the current navigation item, nothing else. */
  accent: string;
  /** Text and icons on the accent. */
  onAccent: string;
  /** Selected rows and chips. */
  accentSoft: string;
  /** Completion and certificates only. */
  gold: string;
  ink: string;
  ink2: string;
  /** Hints; never below 4.5 : 1 on paper and card. */
  ink3: string;
  paper: string;
  card: string;
  line: string;
  /** Border of a control: 3 : 1 against card and paper. */
  control: string;
  good: string;
  goodSoft: string;
  warn: string;
  warnSoft: string;
  bad: string;
  badSoft: string;
  info: string;
  infoSoft: string;
}

export const palettes: Record<Scheme, Palette> = {
  light: {
    accent: '#B01E23',
    onAccent: '#FFFFFF',
    accentSoft: '#FBEDEC',
    gold: '#8F6118',
    ink: '#1D1B1A',
    ink2: '#57534E',
    ink3: '#716C66',
    paper: '#F7F5F2',
    card: '#FFFFFF',
    line: '#E7E3DD',
    control: '#8F8982',
    good: '#2F7D4F',
    goodSoft: '#EFF7F2',
    warn: '#8A5C00',
    warnSoft: '#FBF3DF',
    bad: '#A8071A',
    badSoft: '#FDECEC',
    info: '#1D5FA8',
    infoSoft: '#E9F1FA',
  },
  dark: {
    accent: '#E5737A',
    onAccent: '#1D1213',
    accentSoft: '#3A2022',
    gold: '#D9B26A',
    ink: '#F2EFEC',
    ink2: '#C2BCB5',
    ink3: '#938D86',
    paper: '#171615',
    card: '#211F1E',
    line: '#35322F',
    control: '#7A746D',
    good: '#6FC291',
    goodSoft: '#1B2C22',
    warn: '#E3B75A',
    warnSoft: '#302714',
    bad: '#FF8F8A',
    badSoft: '#3A1D1E',
    info: '#82B5EE',
    infoSoft: '#1A2737',
  },
};

/** Base font size in px; every other size is a multiple of it, so that large-text mode enlarges everything. */
export const baseFontSize: Record<TextSize, number> = { normal: 16, large: 20 };
/** Least height of a control in px. */
export const controlHeight: Record<TextSize, number> = { normal: 44, large: 52 };

/** Font sizes in px at the normal base. */
export const fontSizes = { xs: 13, sm: 14, md: 16, lg: 18, xl: 22, xxl: 28, huge: 36 } as const;
/** Spacing in px at the normal base. */
export const spacing = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 24, 6: 32, 7: 48 } as const;
export const radius = { card: 10, control: 8 } as const;
export const lineHeight = 1.6;
/** Widest content of the portal in px. */
export const contentWidth = 1120;
/** The system's Chinese fonts first; the packaged font only where none of them exists. */
export const fontFamily =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'Hiragino Sans GB', " +
  "'Source Han Sans SC', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', 'Noto Sans SC Variable', system-ui, sans-serif";

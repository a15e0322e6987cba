/** How pages are looked at: language, size of the window, light or dark, normal or large text. */
export interface Size {
  name: string;
  viewport: { width: number; height: number };
}

export interface Look {
  app: 'portal' | 'admin';
  /** Folder of the pictures. */
  name: string;
  size: Size;
  /** What the browser has in localStorage: the modes that both apps read before their first paint. */
  kept: Record<string, string>;
}

export const languages = ['zh-CN', 'en'] as const;
export const phone: Size = { name: 'phone', viewport: { width: 390, height: 844 } };
export const desktop: Size = { name: 'desktop', viewport: { width: 1440, height: 900 } };
export const modes = [
  { name: 'light', kept: { 'dx-scheme': 'light', 'dx-text-size': 'normal' } },
  { name: 'dark', kept: { 'dx-scheme': 'dark', 'dx-text-size': 'normal' } },
  { name: 'large', kept: { 'dx-scheme': 'light', 'dx-text-size': 'large' } },
] as const;

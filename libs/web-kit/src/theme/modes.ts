import type { Scheme, TextSize } from './tokens.ts';

/** Keys in localStorage: one set for both apps, known before sign-in. `first-paint.js` reads the same ones. */
export const modeKeys = { textSize: 'dx-text-size', scheme: 'dx-scheme', language: 'dx-language' } as const;

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is blocked: the modes then last until the page is left
  }
}

/** Keeps a small choice on this device; silently does nothing where storage is blocked. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

const prefersDark = () => typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches;

export function textSizeNow(): TextSize {
  const shown = typeof document === 'undefined' ? null : document.documentElement.dataset['textSize'];
  return (shown ?? read(modeKeys.textSize)) === 'large' ? 'large' : 'normal';
}

/** The scheme on screen: the person's choice, else the system's. */
export function schemeNow(): Scheme {
  const shown = typeof document === 'undefined' ? null : document.documentElement.dataset['scheme'];
  const chosen = shown ?? read(modeKeys.scheme);
  return chosen === 'dark' || chosen === 'light' ? chosen : prefersDark() ? 'dark' : 'light';
}

export function rememberedLanguage(): string | null {
  return read(modeKeys.language);
}

const listeners = new Set<() => void>();

/** Calls `listener` after any mode changed; returns the way to stop. */
export function onModeChange(listener: () => void): () => void {
  listeners.add(listener);
  const media = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;
  media?.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    media?.removeEventListener('change', listener);
  };
}

export function setTextSize(size: TextSize): void {
  document.documentElement.dataset['textSize'] = size;
  remember(modeKeys.textSize, size);
  listeners.forEach((listener) => listener());
}

export function setScheme(scheme: Scheme): void {
  document.documentElement.dataset['scheme'] = scheme;
  remember(modeKeys.scheme, scheme);
  listeners.forEach((listener) => listener());
}

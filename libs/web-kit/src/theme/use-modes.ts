import { useSyncExternalStore } from 'react';
import { onModeChange, schemeNow, setScheme, setTextSize, textSizeNow } from './modes.ts';

/** Large-text and dark mode, one tap each, shared by every component that shows them. */
export function useModes() {
  const textSize = useSyncExternalStore(onModeChange, textSizeNow, () => 'normal' as const);
  const scheme = useSyncExternalStore(onModeChange, schemeNow, () => 'light' as const);
  return {
    textSize,
    scheme,
    large: textSize === 'large',
    toggleTextSize: () => setTextSize(textSize === 'large' ? 'normal' : 'large'),
    toggleScheme: () => setScheme(scheme === 'dark' ? 'light' : 'dark'),
  };
}

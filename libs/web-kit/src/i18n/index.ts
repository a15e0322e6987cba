export * from './create.ts';
export { errorText, fieldErrorText } from './errors.ts';
export { clockOf, createFormat, kitText, type Format, type KitText } from './format.ts';
export { knownText } from './known.ts';
export { languages, type KitTexts, type Language } from './texts.ts';
export { useErrorText } from './use-error-text.ts';
export { useFormat, useKitText, ZoneProvider } from './zone.tsx';

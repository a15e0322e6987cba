export { ExportButton } from './ExportButton.tsx';
export { useLanguage } from './use-language.ts';

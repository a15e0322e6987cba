export { ButtonLink } from './ButtonLink.tsx';
export { Cover } from './Cover.tsx';
export { Notice } from './Notice.tsx';
export { Page, Section, useTitle } from './Page.tsx';
export { PasswordField } from './PasswordField.tsx';
export { Bar, Ring } from './progress.tsx';
export { Empty, Failed, Lines, Loaded } from './states.tsx';
export type { Tone } from './tone.ts';
export { When } from './When.tsx';

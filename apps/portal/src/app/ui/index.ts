export { ButtonLink } from './ButtonLink.tsx';
export { Cover } from './Cover.tsx';
export { Notice } from './Notice.tsx';
export { Page, Section, useTitle } from './Page.tsx';
export { PasswordField } from './PasswordField.tsx';
export { Bar, Ring } from './progress.tsx';
export { Empty, Failed, FailedRead, Lines, Loaded } from './states.tsx';
export { Trouble } from './Trouble.tsx';
export { When } from './When.tsx';

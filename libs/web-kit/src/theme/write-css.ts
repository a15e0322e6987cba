import { writeFileSync } from 'node:fs';
import { toCss } from './to-css.ts';

writeFileSync(new URL('./theme.css', import.meta.url), toCss());

import type { Texts } from '../zh/index.ts';
import { accounts } from './accounts.ts';
import { app } from './app.ts';

export const en: Texts = { accounts, app };

import type { Texts } from '../zh/index.ts';
import { app } from './app.ts';

export const en: Texts = { app };

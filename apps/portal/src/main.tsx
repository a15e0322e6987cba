import { createI18n, createQueryClient, hasChineseFont } from '@dangxiao/web-kit';
import '@dangxiao/web-kit/theme.css';
import './app/mantine.css';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/Providers.tsx';
import { createRouter } from './app/router.tsx';
import './app/global.css';
import { loadTexts } from './i18n/index.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
if (!hasChineseFont()) void import('@fontsource-variable/noto-sans-sc');

const i18n = await createI18n(loadTexts);
createRoot(root).render(<Providers i18n={i18n} queryClient={createQueryClient()} router={createRouter()} />);

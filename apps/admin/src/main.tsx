import { askWhoAmI, createI18n, createQueryClient, hasChineseFont } from '@dangxiao/web-kit';
import '@dangxiao/web-kit/theme.css';
import { createRoot } from 'react-dom/client';
import { keepFocus } from './app/keep-focus.ts';
import { Providers } from './app/Providers.tsx';
import { createRouter } from './app/router.tsx';
import './app/global.css';
import { loadTexts } from './i18n/index.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
keepFocus();
if (!hasChineseFont()) void import('@fontsource-variable/noto-sans-sc');

// who is signed in, the page's own script and the texts are fetched side by side
const queryClient = createQueryClient();
askWhoAmI(queryClient);
const router = createRouter();
const i18n = await createI18n(loadTexts);
createRoot(root).render(<Providers i18n={i18n} queryClient={queryClient} router={router} />);

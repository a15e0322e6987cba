import { accounts } from '@dangxiao/contracts';
import { SessionProvider, useEndpoint, useModes, ZoneProvider } from '@dangxiao/web-kit';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { RouterProvider, type DataRouter } from 'react-router';
import { antdTheme } from './theme.ts';

interface Props {
  i18n: i18n;
  queryClient: QueryClient;
  router: DataRouter;
}

function Look({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation('app');
  const { scheme } = useModes();
  return (
    <ConfigProvider
      locale={i18n.language === 'en' ? enUS : zhCN}
      theme={antdTheme(scheme)}
      button={{ autoInsertSpace: false }}
    >
      <App message={{ top: 64, maxCount: 3 }}>{children}</App>
    </ConfigProvider>
  );
}

function School({ children }: { children: ReactNode }) {
  const { data } = useEndpoint(accounts.school, {}, { staleTime: Infinity });
  return <ZoneProvider zone={data?.zone ?? 'Asia/Shanghai'}>{children}</ZoneProvider>;
}

export function Providers({ i18n, queryClient, router }: Props) {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <Look>
          <School>
            <SessionProvider>
              <RouterProvider router={router} />
            </SessionProvider>
          </School>
        </Look>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

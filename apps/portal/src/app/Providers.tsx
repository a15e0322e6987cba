import { SessionProvider, useModes } from '@dangxiao/web-kit';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider, type DataRouter } from 'react-router';
import { SchoolProvider } from './School.tsx';
import { cssVariables, theme } from './theme.ts';

interface Props {
  i18n: i18n;
  queryClient: QueryClient;
  router: DataRouter;
}

export function Providers({ i18n, queryClient, router }: Props) {
  const { scheme } = useModes();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={scheme}
      withStaticClasses={false}
      withGlobalClasses={false}
    >
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <SchoolProvider>
            <SessionProvider>
              <RouterProvider router={router} />
            </SessionProvider>
          </SchoolProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </MantineProvider>
  );
}

import { createBrowserRouter } from 'react-router';
import { contentRoutes } from './routes-content.ts';
import { organizationRoutes } from './routes-organization.ts';
import { Missing } from './Missing.tsx';
import { RequireAdministrator } from './RequireAdministrator.tsx';
import { RouteError } from './RouteError.tsx';
import { Shell } from './shell/Shell.tsx';

/** All pages below /admin/, each loaded when it is first opened. */
export function createRouter() {
  return createBrowserRouter(
    [
      {
        ErrorBoundary: RouteError,
        HydrateFallback: () => null,
        children: [
          { path: '/sign-in', lazy: () => import('../features/accounts/SignInPage.tsx') },
          {
            Component: RequireAdministrator,
            children: [
              {
                Component: Shell,
                children: [
                  {
                    ErrorBoundary: RouteError,
                    children: [...organizationRoutes, ...contentRoutes, { path: '*', Component: Missing }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    { basename: '/admin' },
  );
}

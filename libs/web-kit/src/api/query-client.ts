import { QueryClient } from '@tanstack/react-query';
import { asFailure } from './failure.ts';

/** The cache of both apps: reads are tried again only where that can help, writes never by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => asFailure(error).passing && count < 2,
        retryDelay: (count) => Math.min(500 * 2 ** count, 5_000),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

import { accounts } from '@dangxiao/contracts';
import { useEndpoint, ZoneProvider } from '@dangxiao/web-kit';
import type { ReactNode } from 'react';

/** Reads the school once: its name is asked for by pages, its zone by every time on screen. */
export function useSchool() {
  return useEndpoint(accounts.school, {}, { staleTime: Infinity }).data;
}

export function SchoolProvider({ children }: { children: ReactNode }) {
  const school = useSchool();
  return <ZoneProvider zone={school?.zone ?? 'Asia/Shanghai'}>{children}</ZoneProvider>;
}

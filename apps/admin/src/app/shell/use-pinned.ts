import { remember } from '@dangxiao/web-kit';
import { useCallback, useState } from 'react';
import { useMedia } from '../use-media.ts';

const storageKey = 'dx-admin-tree';

function wasPinned(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'pinned';
  } catch {
    return false; // storage is blocked: every visit begins without it
  }
}

export interface Pinning {
  /** There is room beside the page. */
  roomy: boolean;
  /** The tree stands beside the page now. */
  pinned: boolean;
  pin: (pinned: boolean) => void;
}

/** Whether the organization tree stands open at the side; remembered on this device. */
export function usePinned(): Pinning {
  const roomy = useMedia('(min-width: 1440px)');
  const [wanted, setWanted] = useState(wasPinned);
  const pin = useCallback((pinned: boolean) => {
    remember(storageKey, pinned ? 'pinned' : 'free');
    setWanted(pinned);
  }, []);
  return { roomy, pinned: roomy && wanted, pin };
}

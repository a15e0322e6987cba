import type { Permission } from '@dangxiao/domain';
import { useMe } from '@dangxiao/web-kit';

/** Whether the actor holds a permission anywhere: what is shown; where it holds is decided by the server. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

import type { Endpoint, ParamsOf } from '@dangxiao/contracts';

/** The address of an endpoint on this origin, its parameters filled in: what answers hand out as `…Url`. */
export function pathOf<E extends Endpoint>(endpoint: E, params: ParamsOf<E>): string {
  const values = params as Record<string, unknown>;
  return `/api/v1${endpoint.path.replace(/:(\w+)/g, (_match, key: string) => encodeURIComponent(String(values[key])))}`;
}

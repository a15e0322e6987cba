import type { Plugin } from 'vite';

/**
 * Replaces `@dangxiao/contracts` by its bare table (id, method and path of each endpoint): a browser that only calls endpoints then loads
 * neither zod nor the schemas. Each area is a module whose endpoints are exports of their own, so that the bundler leaves out those which
 * the app never calls. For an app that validates forms with the contracts' schemas leave this plugin out.
 */
export function contractTable(): Plugin {
  const resolved = '\0dangxiao:contract-table';
  const areaOf = (source: string) =>
    source.startsWith(`${resolved}/`) ? source.slice(resolved.length + 1) : undefined;
  return {
    name: 'dangxiao:contract-table',
    enforce: 'pre',
    resolveId: (source) => (source === '@dangxiao/contracts' ? resolved : areaOf(source) ? source : null),
    async load(source) {
      const area = areaOf(source);
      if (source !== resolved && area === undefined) return null;
      const { contracts } = await import('@dangxiao/contracts');
      if (area === undefined)
        return Object.keys(contracts)
          .map((name) => `export * as ${name} from ${JSON.stringify(`${resolved}/${name}`)};`)
          .join('\n');
      return Object.entries(contracts[area as keyof typeof contracts])
        .map(([key, { id, method, path }]) => `export const ${key} = ${JSON.stringify({ id, method, path })};`)
        .join('\n');
    },
  };
}

import type { Plugin } from 'vite';

/**
 * Replaces `@dangxiao/contracts` by its bare table (id, method and path of each endpoint): a browser that only calls endpoints then loads
 * neither zod nor the schemas. For an app that validates forms with the contracts' schemas leave this plugin out.
 */
export function contractTable(): Plugin {
  const resolved = '\0dangxiao:contract-table';
  return {
    name: 'dangxiao:contract-table',
    enforce: 'pre',
    resolveId: (source) => (source === '@dangxiao/contracts' ? resolved : null),
    async load(source) {
      if (source !== resolved) return null;
      const { contracts } = await import('@dangxiao/contracts');
      return Object.entries(contracts)
        .map(([area, rows]) => {
          const bare = Object.entries(rows).map(([key, { id, method, path }]) => [key, { id, method, path }]);
          return `export const ${area} = ${JSON.stringify(Object.fromEntries(bare))};`;
        })
        .join('\n');
    },
  };
}

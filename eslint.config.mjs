import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const areas =
  'accounts people catalog media learning questions exams credits assignments classes activities certificates notices community reports exports audit integrations imports'.split(
    ' ',
  );

/** Inside the API an area reaches another only through its index.ts. */
const apiAreaWalls = areas.map((area) => ({
  files: [`apps/api/src/modules/${area}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^\\.\\./(?:\\.\\./)*(?:modules/)?(?!${area}/)(?:${areas.join('|')})/(?!index\\.ts$)`,
            message: 'Import another area only through its index.ts.',
          },
        ],
      },
    ],
  },
}));

/** Features of a web app never import each other. */
const featureWalls = ['portal', 'admin'].map((app) => ({
  files: [`apps/${app}/src/features/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^\\.\\./(?:\\.\\./)*(?!\\.)(?!(?:app|i18n)/)(?:features/)?[a-z-]+/.*',
            message: 'Features never import each other; share through app/ or libs/web-kit.',
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/.data/**',
      '**/test-results/**',
      'shots/**',
      'tools/demo/lectures/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@nx': nx },
    rules: {
      // Chinese text has a full-width space of its own.
      'no-irregular-whitespace': ['error', { skipTemplates: true, skipJSXText: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allowCircularSelfDependency: false,
          banTransitiveDependencies: false,
          // The tests start the product as an operator would, with the programs of tools/, or boot the API from its sources.
          allow: ['../../tools/**', '../../../tools/**', '../../apps/api/src/**', '../../../apps/api/src/**'],
          depConstraints: [
            { sourceTag: 'layer:domain', onlyDependOnLibsWithTags: [] },
            { sourceTag: 'layer:contracts', onlyDependOnLibsWithTags: ['layer:domain'] },
            { sourceTag: 'layer:web-kit', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:domain'] },
            { sourceTag: 'app:api', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:domain'] },
            { sourceTag: 'app:portal', onlyDependOnLibsWithTags: ['layer:web-kit', 'layer:contracts', 'layer:domain'] },
            { sourceTag: 'app:admin', onlyDependOnLibsWithTags: ['layer:web-kit', 'layer:contracts', 'layer:domain'] },
            {
              sourceTag: 'layer:test',
              onlyDependOnLibsWithTags: ['layer:app', 'layer:web-kit', 'layer:contracts', 'layer:domain'],
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{tsx,ts}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'warn' },
  },
  {
    // These run as they stand: Node only strips the types.
    files: ['tools/**/*.ts', 'test/{bench,faults}/**/*.ts'],
    rules: { '@typescript-eslint/parameter-properties': 'error' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  ...apiAreaWalls,
  ...featureWalls,
  prettier,
);

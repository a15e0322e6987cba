/** Unit tests of the libraries and API tests on the embedded PostgreSQL; journeys run under Playwright. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      // apps/api/.swcrc rewrites .ts to .js for the build; tests run the sources
      swcrc: false,
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', tsx: false, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
      module: { type: 'es6' },
    },
  ],
};
const common = {
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['/dist/', '/.data/', '<rootDir>/test-results/'],
};

const onPostgres = {
  ...common,
  rootDir: import.meta.dirname,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  // Booting the API or hashing passwords takes seconds on a busy machine; a test that hangs still ends.
  testTimeout: 60_000,
  // Each file that ran leaves its modules behind; a heap near its limit collects garbage for longer than it tests.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...common,
      displayName: 'unit',
      rootDir: import.meta.dirname,
      testMatch: ['<rootDir>/libs/**/*.test.ts', '<rootDir>/apps/*/src/**/*.test.ts', '<rootDir>/tools/**/*.test.ts'],
    },
    {
      ...onPostgres,
      displayName: 'api',
      testMatch: ['<rootDir>/test/api/**/!(*.measured).test.ts'],
    },
    {
      ...onPostgres,
      displayName: 'measured',
      // What counts milliseconds or work a second: it runs when nothing else does.
      testMatch: ['<rootDir>/test/api/**/*.measured.test.ts'],
    },
    {
      ...common,
      displayName: 'web',
      rootDir: import.meta.dirname,
      // What the builds became: they must be there.
      testMatch: ['<rootDir>/test/web/**/*.test.ts'],
    },
  ],
};

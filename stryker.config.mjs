import jest from './jest.config.mjs';

const { extensionsToTreatAsEsm, transform, testEnvironment } = jest.projects.find(
  ({ displayName }) => displayName === 'unit',
);

/** Mutants of the rules against the tests beside them; below the floor the run fails. */
export default {
  mutate: ['libs/domain/src/**/*.ts', '!libs/domain/src/**/*.test.ts'],
  ignorePatterns: [
    '**',
    '!libs',
    '!libs/domain',
    '!libs/domain/**',
    'libs/domain/node_modules',
    '!package.json',
    '!tsconfig.json',
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    projectType: 'custom',
    config: { extensionsToTreatAsEsm, transform, testEnvironment, testMatch: ['<rootDir>/libs/domain/**/*.test.ts'] },
  },
  coverageAnalysis: 'perTest',
  disableTypeChecks: false,
  concurrency: 2,
  thresholds: { high: 90, low: 80, break: 80 },
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'test-results/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  tempDirName: 'test-results/mutants',
};

import { defineConfig } from 'vitest/config';

const shared = {
  env: { TZ: 'Asia/Tokyo' },
  // Builds and browsers share two cores with the rest: a slow machine is no failure.
  testTimeout: 600_000,
  hookTimeout: 600_000,
};
const NEED_SITES = ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'unit', include: ['tests/**/*.test.ts'], exclude: NEED_SITES } },
      {
        test: {
          ...shared,
          name: 'sites',
          include: NEED_SITES,
          globalSetup: ['tests/lib/build-sites.ts'],
        },
      },
    ],
  },
});

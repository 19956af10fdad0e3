import os from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const at = (file: string) => path.join(import.meta.dirname, file)

const resolve = {
  alias: [
    { find: /^~search\//, replacement: at('search/') },
    // The same messages in few files: each test file would otherwise open 1,800 of them.
    { find: /^~\/paraglide\//, replacement: at('app/paraglide/grouped/') },
    { find: /^~\//, replacement: at('app/') },
  ],
}
// Rules about time must hold on a machine of any time zone; the pages are of Amsterdam.
const env = { APP_ENV: 'test', TZ: 'America/New_York', LOG_LEVEL: 'silent' }
// Modules are loaded once per worker, not once per file: most of a file's time is loading them. So no module may keep
// what a test has changed; a test that needs a module of its own asks for it with vi.resetModules.
const everywhere = { env, setupFiles: [at('tests/setup/no-console-error.ts')], isolate: false }
const withPostgres = {
  ...everywhere,
  globalSetup: [at('tests/setup/global-postgres.ts')],
  setupFiles: [...everywhere.setupFiles, at('tests/setup/after-database-tests.ts')],
  testTimeout: 20_000,
  hookTimeout: 120_000,
}
const otherKinds = ['**/*.db.test.ts', '**/*.contract.test.ts', 'tests/routes/**', 'tests/lifecycle/**']
const never = ['**/node_modules/**', 'build/**', '.data/**', '.cache/**']

/** What takes a minute each: begun last, they would be waited for by a worker that has nothing else to do. */
const LONG = ['tests/lifecycle/demo.test.ts', 'prisma/seed/season/season.db.test.ts'].map(at)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.includes(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    // By itself Vitest keeps one core free, and of two that is half: a worker waits for PostgreSQL as often as it works.
    maxWorkers: Math.max(2, os.availableParallelism()),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve,
        test: {
          ...everywhere,
          name: 'unit',
          pool: 'threads',
          include: ['**/*.test.ts'],
          exclude: [...never, ...otherKinds],
        },
      },
      {
        resolve,
        test: {
          ...everywhere,
          name: 'dom',
          pool: 'threads',
          environment: 'jsdom',
          include: ['**/*.test.tsx'],
          exclude: never,
        },
      },
      { resolve, test: { ...withPostgres, name: 'database', include: ['**/*.db.test.ts'], exclude: never } },
      {
        resolve,
        test: { ...withPostgres, name: 'contract', include: ['**/*.contract.test.ts'], exclude: never },
      },
      {
        resolve,
        test: {
          ...withPostgres,
          name: 'routes',
          include: ['tests/routes/**/*.test.ts'],
          globalSetup: [...withPostgres.globalSetup, at('tests/setup/global-build.ts')],
          // The build is loaded as Node loads it, not transformed once more.
          server: { deps: { external: [/\/build\/[^/]+\/server\/index\.js$/] } },
        },
      },
      {
        resolve,
        test: {
          ...everywhere,
          name: 'lifecycle',
          include: ['tests/lifecycle/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})

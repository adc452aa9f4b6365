import { defineConfig } from 'vitest/config'

const jsx = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } }
/** What it takes is counted in processor time, which grows when somebody else shares the core. */
const measured = ['tests/server/filing/hostile-mail.test.ts']
const onPostgres = { globalSetup: 'tests/support/postgres.ts', testTimeout: 30_000, hookTimeout: 60_000 }
/** Drives a program beside a server of its own. */
const driven = { globalSetup: 'tests/support/prepared-folder.ts', fileParallelism: false }
const patient = { testTimeout: 60_000, hookTimeout: 180_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'server',
          include: ['tests/{server,shared,security}/**/*.test.ts'],
          exclude: measured,
          // The server's modules keep no state of their own; read anew for each file they took most of the time.
          isolate: false,
          ...onPostgres,
        },
      },
      { test: { name: 'measured', include: measured, ...onPostgres } },
      { test: { name: 'judged', include: ['tests/search/**/*.test.ts'] } },
      { test: { name: 'crash', include: ['tests/e2e/crash/**/*.test.ts'], fileParallelism: false, ...patient } },
      {
        oxc: jsx,
        test: {
          name: 'addin',
          include: ['tests/addin/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: 'tests/support/speak.ts',
        },
      },
      { test: { name: 'browser', include: ['tests/e2e/browser/**/*.test.ts'], ...driven, ...patient } },
      { test: { name: 'outlook', include: ['tests/e2e/outlook/**/*.test.ts'], ...driven, ...patient } },
      {
        test: {
          name: 'thunderbird',
          include: ['tests/e2e/thunderbird/**/*.test.ts'],
          ...driven,
          ...patient,
        },
      },
    ],
  },
})

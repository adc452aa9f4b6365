import { existsSync } from 'node:fs'
import { filesThatAskPostgres } from './server-files.ts'

/** A run of vitest with what it needs from the machine. */
export interface Suite {
  name: string
  project: string
  /** Only the tests of these files; all of the project otherwise. */
  files?: string[]
  /** Programs without which it cannot run; the Debian package that brings each. */
  needs: { file: string; package: string }[]
  environment?: Record<string, string>
}

const debian15 = '/usr/lib/postgresql/15/bin'
const postgres15 = { file: `${debian15}/postgres`, package: 'postgresql-15' }
const chromium = { file: '/usr/bin/chromium', package: 'chromium' }
const dovecot = { file: '/usr/sbin/dovecot', package: 'dovecot-imapd' }

/**
 * Every suite of `npm test`, in order; those of one round run side by side. A suite of the server leaves a core idle while it
 * waits for its database. What is measured, kills, or drives a program and waits for its windows, stays alone.
 */
export const rounds: Suite[][] = [
  [
    { name: 'server on PostgreSQL 18', project: 'server', needs: [] },
    {
      name: 'server on PostgreSQL 15',
      project: 'server',
      files: filesThatAskPostgres(),
      needs: [postgres15],
      // The rule is the same in both; what differs are plans and syntax, which fewer worlds show as well.
      environment: { LUPA_TEST_POSTGRES_BIN: debian15, LUPA_TEST_WORLDS: '100' },
    },
  ],
  [{ name: 'what mail may take', project: 'measured', needs: [] }],
  [
    {
      name: 'what mail may take on PostgreSQL 15',
      project: 'measured',
      needs: [postgres15],
      environment: { LUPA_TEST_POSTGRES_BIN: debian15 },
    },
  ],
  [{ name: 'crashes', project: 'crash', needs: [dovecot] }],
  [{ name: 'pane and pages', project: 'addin', needs: [] }],
  [{ name: 'browser', project: 'browser', needs: [chromium] }],
  [
    {
      name: 'Outlook',
      project: 'outlook',
      needs: [chromium, { file: '/usr/bin/openssl', package: 'openssl' }],
    },
  ],
  [
    {
      name: 'Thunderbird',
      project: 'thunderbird',
      needs: [{ file: '/usr/bin/thunderbird', package: 'thunderbird thunderbird-l10n-pl' }, dovecot],
    },
  ],
]

/** What takes too long for every day, for `npm run test:long`. */
export const longModes: Suite[] = [
  {
    name: 'crashes at 200 points',
    project: 'crash',
    needs: [dovecot],
    environment: { LUPA_TEST_KILLS: '200' },
  },
  {
    name: 'a million damaged mails',
    project: 'server',
    files: ['tests/server/mail/fuzz.test.ts'],
    needs: [],
    environment: { LUPA_TEST_MUTATIONS: '1000000' },
  },
  {
    name: '100,000 hostile mails',
    project: 'browser',
    files: ['tests/e2e/browser/many-hostile-mails.test.ts'],
    needs: [chromium],
    environment: { LUPA_TEST_HOSTILE_MAILS: '100000' },
  },
  {
    name: 'the whole sample company, judged',
    project: 'server',
    files: ['tests/server/truth/sample.test.ts'],
    needs: [],
    environment: { LUPA_TEST_SAMPLE_MAILS: '3000' },
  },
  {
    name: '100,000 worlds',
    project: 'server',
    files: ['tests/server/worlds/worlds.test.ts'],
    needs: [],
    environment: { LUPA_TEST_WORLDS: '100000' },
  },
]

/** The programs that a suite misses on this machine. */
export function missing(suite: Suite): Suite['needs'] {
  return suite.needs.filter(need => !existsSync(need.file))
}

import { globSync } from 'node:fs'
import { expect, it } from 'vitest'
import { filesThatAskPostgres, worldFiles } from '../../run/server-files.ts'
import { root } from '../../run/steps.ts'
import { rounds } from '../../run/suites.ts'

const suites = rounds.flat(2)
const filesOf = (name: string) => suites.find(suite => suite.name === name)?.files ?? []

it('runs every file of the server once on the PostgreSQL that comes with npm', () => {
  const run = [...filesOf('server on PostgreSQL 18'), ...filesOf('worlds on PostgreSQL 18')]

  expect(run).toHaveLength(new Set(run).size)
  expect(new Set(run)).toEqual(new Set(globSync('tests/{server,shared,security}/**/*.test.ts', { cwd: root })))
  expect(run.length).toBeGreaterThan(200)
})

it('runs on the other PostgreSQL whatever asks for the one of its run, itself or by what it imports', () => {
  const run = filesOf('server on PostgreSQL 15')

  expect(run).toEqual(filesThatAskPostgres())
  // By inject() of its own, by the test house, by a piece that several share, and the worlds.
  expect(run).toEqual(
    expect.arrayContaining([
      'tests/server/backup/cut-restore.test.ts',
      'tests/server/filing/take-in.test.ts',
      'tests/server/matrix/matrix.test.ts',
      ...worldFiles(),
    ]),
  )
  expect(run).not.toContain('tests/server/mail/parse.test.ts')
})

import { expect, it } from 'vitest'
import { filesThatAskPostgres } from '../../run/server-files.ts'
import { rounds } from '../../run/suites.ts'

const suites = rounds.flat()
const named = (name: string) => suites.find(suite => suite.name === name)

it('leaves out no file of the server on the PostgreSQL that comes with npm', () => {
  expect(named('server on PostgreSQL 18')).toMatchObject({ project: 'server' })
  expect(named('server on PostgreSQL 18')?.files).toBeUndefined()
})

it('runs on the other PostgreSQL whatever asks for the one of its run, itself or by what it imports', () => {
  const run = named('server on PostgreSQL 15')?.files

  expect(run).toEqual(filesThatAskPostgres())
  // By inject() of its own, by the test house, and by a piece that several share.
  expect(run).toEqual(
    expect.arrayContaining([
      'tests/server/backup/cut-restore.test.ts',
      'tests/server/filing/take-in.test.ts',
      'tests/server/matrix/matrix.test.ts',
      'tests/server/worlds/worlds.test.ts',
    ]),
  )
  expect(run).not.toContain('tests/server/mail/parse.test.ts')
})

it('lets nothing run beside what kills the server', () => {
  expect(rounds.find(round => round.some(suite => suite.project === 'crash'))).toHaveLength(1)
})

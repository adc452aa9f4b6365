import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, expect, it } from 'vitest'
import { mailboxKey, openPassword } from '../../../server/mailbox/seal-password.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { databaseUrlOf } from './reading.ts'

const test = await openTestHouse()
await buildUser(test)
const anna = await buildUser(test)
const password = 'Zupełnie-tajne ☂ 9'

afterEach(() => test.asSuper.query(`delete from mailbox`))

it('is added from the command line, with the password from the environment or standard input', async () => {
  const lupa = (words: string[], environment: object, input = '') => {
    const run = promisify(execFile)(process.execPath, ['server/cli/lupa.ts', 'mailbox', 'add', ...words], {
      env: {
        ...process.env,
        LUPA_DATA: test.house.config.dataFolder,
        DATABASE_URL: databaseUrlOf(test),
        DATABASE_APP_URL: databaseUrlOf(test),
        ...environment,
      },
    })
    run.child.stdin?.end(input)
    return run.catch((error: { stderr: string }) => ({ stdout: '', stderr: error.stderr }))
  }
  const words = (user: string) => ['--host', 'poczta.nasza.example', '--user', user, '--owner', anna.email]

  const one = await lupa([...words('jeden'), '--since', '2026-02-01'], { LUPA_MAILBOX_PASSWORD: password })
  const two = await lupa([...words('dwa'), '--port', '143'], {}, `${password}\n`)
  const again = await lupa(words('jeden'), { LUPA_MAILBOX_PASSWORD: password })
  const plain = await lupa([...words('trzy'), '--no-tls'], { LUPA_MAILBOX_PASSWORD: password })
  const bad = await lupa([...words('x\ny'), '--port', 'p'], { LUPA_MAILBOX_PASSWORD: password })

  expect(one.stdout).toContain('is read from 2026-02-01 on')
  expect(two.stdout).toContain('is read')
  expect(again.stderr).toContain('read already')
  expect(plain.stderr).toContain('Without TLS')
  expect(bad.stderr).toContain('Not taken: port, user')
  const { rows } = await test.asSuper.query('select * from mailbox order by created_at')
  expect(rows.map(row => [row.owner_id, row.user_name, row.port, row.tls])).toEqual([
    [anna.id, 'jeden', 993, true],
    [anna.id, 'dwa', 143, true],
  ])
  const key = mailboxKey(test.house.config.dataFolder)
  const use = { host: 'poczta.nasza.example', port: 143, tls: true, user: 'dwa' }
  expect(openPassword(key, rows[1].secret, use)).toBe(password)
}, 60_000)

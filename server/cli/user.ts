import { parseArgs } from 'node:util'
import { readConfig, WrongSetting } from '../config.ts'
import { createUser } from '../identity/create-user.ts'
import { joinHouse } from '../start.ts'
import { say } from './say.ts'

/** `lupa user add EMAIL [--name NAME] [--admin]`: works as the first administrator, or makes the first user. */
export async function userVerb(words: string[]) {
  const options = { name: { type: 'string' }, admin: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options })
  const [verb, email] = positionals
  if (verb !== 'add' || !email) throw new WrongSetting('Usage: lupa user add EMAIL [--name NAME] [--admin]')
  const config = readConfig(process.env)
  const { house, close } = await joinHouse(config)
  try {
    const [row] = await house.database.work(null, tx => tx.sql<{ id: string | null }>('select find_user(null) as id'))
    const input = { email, name: values.name ?? email.split('@')[0] ?? email, isAdmin: values.admin ?? false }
    const { user, linkToken } = await house.database.work(row?.id ?? null, tx => createUser(tx, input, house.now()))
    say(
      `${user.email}: set a password at ${config.publicUrl ?? `http://${config.host}:${config.port}`}/#/password/${linkToken} (72 h, once)`,
    )
  } finally {
    await close()
  }
}

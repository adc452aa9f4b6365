import { parseArgs } from 'node:util'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { createFirstUser } from '../identity/first-user.ts'
import { openHouse } from '../start.ts'
import { buildPages, pagesFolder } from './build-pages.ts'
import { sampleInto } from './sample.ts'
import { say } from './say.ts'

/** Runs the service until it is told to stop, and stops in order: no new requests, answers finished, database last. */
export async function serveForever(words: string[]) {
  const { values } = parseArgs({ args: words, options: { sample: { type: 'boolean' } } })
  const config = readConfig(process.env)
  await buildPages()
  const { house, secrets, close } = await openHouse(config)
  const app = await buildApp(house, secrets.tokenSecret, pagesFolder)
  const stopped = untilStopped()
  try {
    const address = await app.listen({ host: config.host, port: config.port })
    const first = await createFirstUser(house)
    if (first?.linkToken)
      say(`First user ${first.email}: set a password at ${address}/#/password/${first.linkToken} (72 h, once)`)
    say(`Lupa is ready at ${address}`)
    if (values.sample) await sampleInto(house)
    await stopped
  } finally {
    await app.close()
    await close()
  }
}

function untilStopped(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

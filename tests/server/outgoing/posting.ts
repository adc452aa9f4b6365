import PostalMime, { type Email } from 'postal-mime'
import { vi } from 'vitest'
import type { TestHouse } from '../../support/house.ts'
import type { Actor } from '../../support/people.ts'
import { jobsOf, startTestWork } from '../../support/worker.ts'
import type { SmtpDouble } from './smtp-server.ts'

/** Names a double as the company's server, without a password. */
export async function nameServer(admin: Actor, { port }: { port: number }) {
  const body = { host: '127.0.0.1', port, encryption: 'none', sender: 'lupa@nasza.example' }
  const reply = await admin.put('/api/mail-server', body)
  if (reply.status !== 204) throw new Error(`expected 204, got ${reply.status}`)
}

/** Works off whatever is queued, and answers the mails that were taken meanwhile, as their readers see them. */
export async function mailsOf(test: TestHouse, smtp: SmtpDouble): Promise<(Email & { recipients: string[] })[]> {
  const before = smtp.taken.length
  const work = startTestWork(test)
  try {
    await vi.waitFor(
      async () => {
        if ((await jobsOf(test)) > 0) throw new Error('there are jobs still')
      },
      { timeout: 20_000, interval: 50 },
    )
  } finally {
    await work.stop()
  }
  const mails = smtp.taken.slice(before)
  return Promise.all(mails.map(async mail => ({ ...(await PostalMime.parse(mail.source)), recipients: mail.to })))
}

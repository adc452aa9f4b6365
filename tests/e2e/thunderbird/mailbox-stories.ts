import { beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { until } from './until.ts'
import type { World } from './world.ts'

const contractor = { name: 'Tkalnia Sowa', addresses: ['@sowa.example'] }
export const mailboxMails = [mail('one', 'Zapytanie o tkaniny')]
let world: World
let contractorId: string

function mail(id: string, subject: string): string {
  const from = 'Anna Sowa <anna@sowa.example>'
  return buildMail({ messageId: `<${id}@sowa.example>`, from, to: 'biuro@nasza.example', subject, date: new Date() })
}

/** The server reads the mailbox by itself; from then on it files what lies there, so this comes last. */
export function mailboxStories(open: () => World) {
  beforeAll(async () => {
    world = open()
    contractorId = (await world.ask('POST', '/api/contractors', contractor)).id
    await world.thunderbird.open('one@sowa.example')
    await world.thunderbird.panelShows(contractor.name)
  })

  it('shows a mail that was just delivered within 15 seconds, though the background slept', {
    timeout: 90_000,
  }, async () => {
    const { thunderbird, dovecot } = world
    const { port, user, password } = dovecot
    const mailbox = { kind: 'imap', host: '127.0.0.1', port, tls: false, user, password, since: '2026-01-01' }
    await world.ask('POST', '/api/mailboxes', mailbox)
    await until('the background to sleep', async () => !(await thunderbird.isBackgroundAwake()))

    const delivered = performance.now()
    await dovecot.deliver(mail('two', 'Nowa wiadomość w trakcie'))
    await thunderbird.panelShows('Nowa wiadomość w trakcie')

    expect(performance.now() - delivered).toBeLessThan(15_000)
    const { items } = await world.ask('GET', `/api/contractors/${contractorId}/timeline`)
    const titles = items.map((row: { title: string }) => row.title)
    expect(titles.filter((title: string) => title === 'Nowa wiadomość w trakcie')).toHaveLength(1)
  })
}

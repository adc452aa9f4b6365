import { ImapFlow } from 'imapflow'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from './mail-server.ts'
import { addMailbox, numbered, untilHealth, useDoors } from './reading.ts'
import { storedFrom } from './stored.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const reading = useDoors(test)

type Commands = { exec(command: string, words: object[]): Promise<{ next(): void }> }

/** Folders of one person that others may read by his leave (RFC 4314), as Dovecot's acl plugin gives them. */
const shared = (folder: string) => `
mail_plugins = acl
protocol imap {
  mail_plugins = acl imap_acl
}
plugin {
  acl = vfile
  acl_shared_dict = file:${folder}/mail/shared.db
}
namespace dzielone {
  type = shared
  separator = .
  prefix = Dzielone.%%u.
  location = maildir:${folder}/mail/%%u
  subscriptions = no
  list = children
}
`

describeWithDovecot('folders that somebody shares', () => {
  let server: MailServer
  beforeAll(async () => {
    server = await openMailServer(shared)
    for (const folder of ['Umowy', 'Tajne', 'Widoczne'])
      await server.deliver('wlasciciel', numbered(1, `dzielone-${folder.toLowerCase()}`), { folder })
    await server.deliver('czytelnik', numbered(1, 'dzielone-inbox'))
    await grant('Umowy', 'lr')
    await grant('Widoczne', 'l')
  })
  afterAll(() => server.dispose())

  /** What the reader may do in a folder: look it up (l), read it (r). */
  async function grant(folder: string, rights: string) {
    const auth = { user: 'wlasciciel', pass: PASSWORD }
    const options = { secure: false, doSTARTTLS: false, logger: false, disableAutoIdle: true } as const
    const client = new ImapFlow({ host: '127.0.0.1', port: server.port, auth, ...options })
    await client.connect()
    const words = [folder, 'czytelnik', rights].map(value => ({ type: 'STRING', value }))
    // Its own types say nothing of commands that it does not know.
    const reply = await (client as unknown as Commands).exec('SETACL', words)
    reply.next()
    await client.logout()
  }

  it('are offered and read as far as their owner lets the reader, and hold up nothing else', async () => {
    const login = { host: '127.0.0.1', port: server.port, tls: false, user: 'czytelnik', password: PASSWORD }
    const tried = await anna.post('/api/mailboxes/try', login)
    const offered = tried.body.folders.map(({ path }: { path: string }) => path)
    const folders = ['INBOX', 'Dzielone.wlasciciel.Umowy', 'Dzielone.wlasciciel.Widoczne']
    const mailbox = await addMailbox(anna, server.port, 'czytelnik', { folders })
    reading.start()

    await untilHealth(anna, mailbox.id, 'read', ({ stored }) => stored === 2)
    await server.deliver('wlasciciel', numbered(2, 'dzielone-umowy').slice(1), { folder: 'Umowy' })
    await untilHealth(anna, mailbox.id, 'read again', ({ stored }) => stored === 3)
    expect(offered).toContain('Dzielone.wlasciciel.Umowy')
    expect(offered).not.toContain('Dzielone.wlasciciel.Tajne')
    expect(await storedFrom(test, mailbox.id)).toEqual(
      ['dzielone-inbox-0', 'dzielone-umowy-0', 'dzielone-umowy-1'].map(name => `${name}@klient.example`),
    )
    await untilHealth(anna, mailbox.id, 'short of a folder', ({ error }) => error === 'folder-missing')
  })
})

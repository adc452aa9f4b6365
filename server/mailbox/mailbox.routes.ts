import * as contract from '../../shared/mailbox.ts'
import { type App, serve } from '../http/app-type.ts'
import { Refusal } from '../refusal.ts'
import { askForSync } from './ask-for-sync.ts'
import { changeMailbox } from './change-mailbox.ts'
import { createMailbox } from './create-mailbox.ts'
import { maySpeakPlainly } from './plain-text.ts'
import { previewMailbox } from './preview-mailbox.ts'
import { readMailbox, readMailboxes } from './read-mailboxes.ts'
import { removeMailbox } from './remove-mailbox.ts'
import { mailboxKey } from './seal-password.ts'
import { tryMailbox } from './try-mailbox.ts'

export function mailboxRoutes(app: App) {
  const { now, config } = app.house

  serve(app, contract.createMailbox, ({ work, body }) =>
    work(async tx => readMailbox(tx, await createMailbox(tx, body, mailboxKey(config.dataFolder)), now())),
  )

  serve(app, contract.listMailboxes, ({ work }) =>
    work(async tx => ({ items: await readMailboxes(tx, now()), next: null })),
  )

  serve(app, contract.syncMailbox, ({ work, params }) =>
    work(async tx => {
      const mailbox = await readMailbox(tx, params.mailboxId, now())
      await askForSync(tx, mailbox.id)
      return mailbox
    }),
  )

  serve(app, contract.changeMailbox, ({ work, params, body }) =>
    work(async tx => {
      await changeMailbox(tx, params.mailboxId, body)
      return readMailbox(tx, params.mailboxId, now())
    }),
  )

  serve(app, contract.tryMailbox, async ({ work, body }) => {
    if (!body.tls && !(await work(tx => maySpeakPlainly(tx, body.host)))) throw new Refusal('invalid', ['tls'])
    return tryMailbox(body)
  })

  serve(app, contract.previewMailbox, async ({ work, house, user, body }) => {
    const { since, ...login } = body
    if (!login.tls && !(await work(tx => maySpeakPlainly(tx, login.host)))) throw new Refusal('invalid', ['tls'])
    return previewMailbox({ database: house.database, user }, login, since)
  })

  serve(app, contract.removeMailbox, ({ work, params }) => work(tx => removeMailbox(tx, params.mailboxId)))
}

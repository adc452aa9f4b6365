import { ask } from './ask-background.ts'
import type { MailHost, SelectedMail } from './mail-host.ts'
import { thunderbirdHost } from './thunderbird.ts'
import { accountOf } from './thunderbird-account.ts'

/** Thunderbird as seen by a window that was opened for some mails of the list, whatever is selected there later. */
export function severalHost(mails: SelectedMail[]): MailHost {
  return {
    ...thunderbirdHost(),
    openMessage: async () => null,
    onOpenMessageChange: () => () => undefined,
    whatElse: async () => ({ is: 'several', mails }),
    ...readSelectedMail,
  }
}

type OfSelected = 'readSelected' | 'markSelected' | 'markSelectedOnceFiled' | 'fileRest'

/** Who files here, since the first mail was read for it. When another signs in, the page is drawn anew. */
let filer: Promise<string | null> | undefined

/** Reads, files and marks mails that are not on screen, by their numbers. */
export const readSelectedMail: Required<Pick<MailHost, OfSelected>> = {
  async readSelected(id) {
    filer ??= accountOf()
    const message = Number(id)
    const source = await ask<'source'>({ ask: 'source', message })
    return {
      message: await ask<'read-message'>({ ask: 'read-message', message }),
      source: new Blob([source], { type: 'message/rfc822' }),
    }
  },
  async markSelected(id) {
    await ask<'mark'>({ ask: 'mark', message: Number(id), filed: true, changed: true })
  },
  async markSelectedOnceFiled(id) {
    await ask<'mark-once-filed'>({ ask: 'mark-once-filed', message: Number(id) })
  },
  async fileRest(ids, place) {
    const account = await filer
    if (account && ids.length > 0)
      await ask<'file-rest'>({ ask: 'file-rest', messages: ids.map(Number), place, account })
  },
}

import { beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { openInFolder } from './inside-folders.ts'
import { until } from './until.ts'
import type { World } from './world.ts'

const folder = 'Public/Reklamacje'
export const sharedMails = [mail('own')]
let world: World

function mail(id: string): string {
  const from = 'Ola <ola@tokarnia.example>'
  return buildMail({
    messageId: `<${id}@tokarnia.example>`,
    from,
    to: 'biuro@nasza.example',
    subject: `Toczenie ${id}`,
  })
}

const isTagged = async (id: string, place?: string) =>
  (await world.dovecot.keywords(`${id}@tokarnia.example`, place)).includes('$lupafiled')

async function fileShown() {
  await world.thunderbird.panelShows('Przypisz wiadomość')
  await world.thunderbird.clickInPanel('button', 'Przypisz')
  await world.thunderbird.panelShows('Odepnij')
}

/** Mail lies in a folder that others read too. */
export function sharedStories(open: () => World) {
  beforeAll(async () => {
    world = open()
    await world.ask('POST', '/api/contractors', { name: 'Tokarnia', addresses: ['@tokarnia.example'] })
    await world.dovecot.openShared(folder)
    for (const id of ['first', 'second']) await world.dovecot.deliver(mail(id), { folder })
  })

  it('leaves no tag there, where those would see it who may not see the filing', { timeout: 60_000 }, async () => {
    await world.thunderbird.privileged(openInFolder, folder, 'first@tokarnia.example')
    await fileShown()

    // Marks are set one after the other, so what this one gets comes later.
    await world.thunderbird.open('own@tokarnia.example')
    await fileShown()
    await until('the tag on one’s own', () => isTagged('own'))
    expect(await isTagged('first', folder)).toBe(false)
  })

  it('leaves one where the user wishes so', { timeout: 60_000 }, async () => {
    // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where its globals live.
    await world.thunderbird.inBackground(() => (globalThis as any).messenger.runtime.openOptionsPage())
    await world.thunderbird.clickInPage(
      'options.html',
      'checkbox',
      'Oznaczaj przypisane maile także w folderach współdzielonych',
    )
    await world.tidy()

    await world.thunderbird.privileged(openInFolder, folder, 'second@tokarnia.example')
    await fileShown()

    await until('the tag', () => isTagged('second', folder))
  })
}

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { freshDataFolder } from '../../support/data-folder.ts'
import { buildMail } from '../../support/mail.ts'
import { dragOver, dropInPanel } from './inside-drag.ts'
import * as panel from './inside-panel.ts'
import { pictures, type World } from './world.ts'

export const dropMails = [
  buildMail({ messageId: '<one@biurex.example>', from: 'Ewa <ewa@biurex.example>', subject: 'Regały' }),
]
let world: World
let contractor: string

async function titles(): Promise<string[]> {
  const { items } = await world.ask('GET', `/api/contractors/${contractor}/timeline`)
  return items.map((row: { title: string }) => row.title)
}

/** Files of the disk are dropped on the docked panel. */
export function dropStories(open: () => World) {
  beforeAll(async () => {
    world = open()
    contractor = (await world.ask('POST', '/api/contractors', { name: 'Biurex', addresses: ['@biurex.example'] })).id
    await world.thunderbird.open('one@biurex.example')
    await world.thunderbird.panelShows('Biurex')
  })

  it('takes a file that is dragged over the docked panel, and over the mail none', { timeout: 60_000 }, async () => {
    const { thunderbird } = world
    await thunderbird.panelShows('albo upuść je na panel')
    const file = path.join(freshDataFolder('dragged'), 'umowa.txt')
    await writeFile(file, 'Umowa na regały')
    const button = await thunderbird.inMessage(panel.locate, 'lupa-panel', 'button', 'Dodaj pliki')
    if (!button) throw new Error('the panel has no button for files')

    expect(await thunderbird.privileged(dragOver, file, Math.round(button.x), Math.round(button.y))).toBe(true)
    expect(await thunderbird.privileged(dragOver, file, 20, 20)).toBe(false)
  })

  it('files what is dropped on it, and says so', { timeout: 60_000 }, async () => {
    const { thunderbird } = world

    await thunderbird.inBackground(dropInPanel, 'umowa.txt', 'Umowa na regały')

    await thunderbird.panelShows('umowa.txt dodany jako dokument')
    await thunderbird.screenshot(path.join(pictures, 'thunderbird-dropped-pl.png'))
    expect(await titles()).toEqual(['umowa.txt'])
  })
}

import { expect, it } from 'vitest'
import { emptySheet } from '../../../server/sample/documents/sheet.ts'
import { sheetAsPdf } from '../../../server/sample/documents/sheet-as-pdf.ts'
import type { ItemRow } from '../../../shared/item.ts'
import { buildKsef } from '../../support/ksef.ts'
import { buildMail } from '../../support/mail.ts'
import { buildDocx } from '../../support/office.ts'
import { openStory } from './open-story.ts'
import { barriers, chooseLanguage, visit } from './reader.ts'

const longName = 'Przedsiębiorstwo Wielobranżowe Hydro-Instal Żółkiewski i Wspólnicy Spółka komandytowo-akcyjna'
const longTitle = 'Konstantynopolitańczykowianeczka_i_inne_nazwy_plików_bez_jednej_spacji_na_końcu_roku_2026'
const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')

const {
  direct,
  page,
  complaints,
  given: { contractorId, caseId },
} = await openStory({
  prepare: async direct => {
    const people = [{ name: 'Maksymilian Brzęczyszczykiewicz-Żółkiewski', addresses: ['m@hydro.example'] }]
    const contractorId = (await direct.post('/api/contractors', { name: longName, people })).id ?? ''
    const caseId = (await direct.post(`/api/contractors/${contractorId}/cases`, { title: longTitle })).id ?? ''
    return { contractorId, caseId }
  },
})

function log(input: object) {
  const startsAt = new Date(Date.now() - 3_600_000).toISOString()
  return direct.post('/api/activities', { contractorId, startsAt, ...input })
}

/** Files of every sort that has a look of its own, and a mail with an attachment. */
async function putIn() {
  await visit(page, `#/contractors/${contractorId}`)
  const html = '<p>Dzień dobry, <b>w załączniku</b> umowa.</p><img src="https://obrazy.example/1.png" alt="">'
  const attachments = [{ name: `${longTitle}.txt`, type: 'text/plain', content: 'Umowa' }]
  await page.locator('input[type=file]').setInputFiles([
    {
      name: `${longTitle}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from(sheetAsPdf({ ...emptySheet, title: 'Umowa' })),
    },
    { name: 'Pismo.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(buildDocx('Odbiór pomp.')) },
    { name: 'Zdjęcie.gif', mimeType: 'image/gif', buffer: dot },
    { name: `${longTitle}.xml`, mimeType: 'text/xml', buffer: Buffer.from(buildKsef({ number: longTitle })) },
    { name: 'Uwagi.txt', mimeType: 'text/plain', buffer: Buffer.from('Uwagi do umowy') },
    {
      name: 'mail.eml',
      mimeType: 'message/rfc822',
      buffer: Buffer.from(buildMail({ from: 'Maks <m@hydro.example>', subject: longTitle, html, attachments })),
    },
  ])
  await page.getByRole('list', { name: 'Dodawane pliki' }).getByText('dodano jako mail').waitFor()
  await expect.poll(async () => new Set((await items()).map(({ title }) => title)).size).toBeGreaterThan(8)
}

async function items(): Promise<ItemRow[]> {
  return JSON.parse(await direct.text('/api/timeline?limit=100')).items
}

/** Every page of a reader's day, and every kind of item. */
async function addresses(): Promise<string[]> {
  const file = `#/contractors/${contractorId}`
  const one = new Map((await items()).map(item => [`${item.kind} ${item.title.split('.').at(-1)}`, item.id]))
  return [
    '#/',
    '#/contractors',
    file,
    ...['documents', 'activities', 'cases', 'people', 'access'].map(tab => `${file}?tab=${tab}`),
    ...['group=case', 'group=thread', 'q=brak'].map(query => `${file}?${query}`),
    ...['timeline', 'documents', 'tasks', 'parties', 'access'].map(tab => `#/cases/${caseId}?tab=${tab}`),
    ...[...one.values()].map(id => `#/items/${id}`),
    '#/search',
    '#/search?q=umowa',
    '#/search?q=brak',
    '#/tasks',
    '#/tasks?of=given',
    ...['notifications', 'triage', 'held', 'templates', 'pane', 'account'].map(name => `#/${name}`),
    '#/admin/import',
    '#/contractors/00000000-0000-4000-8000-000000000000',
    '#/nie-ma',
  ]
}

it('has no barrier and nothing wider than the window on any page, in English, dark and light, narrow, with long names', async () => {
  for (const kind of ['call', 'meeting', 'task', 'note']) await log({ kind, caseId, title: `${longTitle} ${kind}` })
  await putIn()
  await chooseLanguage(page, 'English')
  await page.setViewportSize({ width: 320, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  const found: Record<string, string[]> = {}

  for (const hash of await addresses()) {
    await visit(page, hash)
    // Facts are folded in a narrow window; they are judged as whoever unfolds them sees them.
    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>('aside details')) one.open = true
    })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    const isLost = await page.evaluate(() =>
      [...document.querySelectorAll('[role=tab][aria-selected=true]')].some(
        tab => tab.getBoundingClientRect().right > innerWidth + 1,
      ),
    )
    const dark = await barriers(page)
    // In another scheme nothing but the colours is another.
    await page.emulateMedia({ colorScheme: 'light' })
    const light = await barriers(page, { rule: 'color-contrast' })
    await page.emulateMedia({ colorScheme: 'dark' })
    found[hash] = [
      ...dark,
      ...light.map(line => `light: ${line}`),
      ...(wide > 0 ? [`wider than the window by ${wide}`] : []),
      ...(isLost ? ['the chosen tab lies out of sight'] : []),
    ]
  }

  expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([])
  expect(complaints).toEqual([])
})

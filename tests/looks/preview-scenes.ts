import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Item } from '../../shared/item.ts'
import { root } from '../run/steps.ts'
import { press, type Scene } from './scene.ts'
import { longName } from './scene-answers.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const picture = await readFile(path.join(root, 'addin/outlook/public/outlook/icon-144.png'))
const mail = Buffer.from(
  `Received: from poczta.hurtownia.example ([192.0.2.4]) by mx.nasza.example with ESMTPS id ${'a1b2c3'.repeat(20)}\r\n` +
    'From: Anna Kowal <anna.kowal@hurtownia.example>\r\nTo: reklamacje@nasza.example\r\nSubject: Reklamacja krzeseł Orion\r\n' +
    `MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${'Dzień dobry,\r\nprosimy o wymianę sześciu krzeseł.\r\n'.repeat(20)}`,
)

const asDocument = (name: string, type: string) => (item: Item) => ({
  ...item,
  kind: 'document',
  title: name,
  invoice: undefined,
  file: { name, type, size: 48_211 },
})

const attachment = (position: number, name: string, type: string) => ({
  position,
  name,
  type,
  size: 48_211 * position,
  documentType: null,
  itemId: null,
  keptAs: null,
})
const withFiles = (item: Item) => ({
  ...item,
  attachments: [
    attachment(1, 'Zdjęcie uszkodzenia.png', 'image/png'),
    attachment(2, `${longName}.eml`, 'message/rfc822'),
    {
      ...attachment(3, 'Protokół.pdf', 'application/pdf'),
      documentType: 'protocol',
      itemId: id(3),
      keptAs: 'protocol',
    },
  ],
})

/** Files that a page shows as they look: pictures, the source of mails, and what came with a mail. */
export const previewScenes: Record<string, Scene> = {
  'picture shown': {
    page: 'document',
    answers: {
      'GET /api/items/*': asDocument('Zdjęcie uszkodzenia.png', 'image/png'),
      'GET /api/documents/*/content': picture,
    },
  },
  'mail file shown': {
    page: 'document',
    answers: {
      'GET /api/items/*': asDocument('Reklamacja.eml', 'message/rfc822'),
      'GET /api/documents/*/content': mail,
    },
  },
  'Outlook file shown': {
    page: 'document',
    answers: {
      'GET /api/items/*': asDocument('Reklamacja.msg', 'application/vnd.ms-outlook'),
      'GET /api/documents/*/mail': mail,
    },
  },
  'Outlook file not shown': {
    page: 'document',
    answers: {
      'GET /api/items/*': asDocument('Reklamacja.msg', 'application/vnd.ms-outlook'),
      'GET /api/documents/*/mail': 422,
    },
  },
  'file not shown': {
    page: 'document',
    answers: {
      'GET /api/items/*': asDocument('Zdjęcie uszkodzenia.png', 'image/png'),
      'GET /api/documents/*/content': 500,
    },
  },
  'attachments of a mail': {
    page: 'mail',
    answers: { 'GET /api/items/*': withFiles },
    act: async page => page.locator('#attachments').scrollIntoViewIfNeeded(),
  },
  'attached picture': {
    page: 'mail',
    answers: { 'GET /api/items/*': withFiles, 'GET /api/items/*/attachments/*': picture },
    act: (page, text) => press(page, text.mail.previewOf('Zdjęcie uszkodzenia.png')),
  },
  'attached mail': {
    page: 'mail',
    answers: { 'GET /api/items/*': withFiles, 'GET /api/items/*/attachments/*': mail },
    act: (page, text) => press(page, text.mail.previewOf(`${longName}.eml`)),
  },
}

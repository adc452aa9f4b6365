import { expect, it } from 'vitest'
import { isAutomatic, isBounce, isNewsletter } from '../../../server/mail/mail-kind.ts'
import { parseFile, parseLines } from './message-files.ts'

it.each([
  ['out-of-office.eml', 'automatic'],
  ['bounce.eml', 'automatic bounce'],
  ['newsletter.eml', 'newsletter'],
  ['outlook-desktop.eml', ''],
  ['outlook-web.eml', ''],
  ['gmail-web.eml', ''],
  ['erp-invoice.eml', ''],
])('%s is: %s', async (file, kinds) => {
  expect(kindsOf(await parseFile(file))).toBe(kinds)
})

it.each([
  [['Auto-Submitted: no'], ''],
  [['Auto-Submitted: auto-replied; owner-email="a@b"'], 'automatic'],
  [['X-Autoreply: yes'], 'automatic'],
  [['X-Autoreply: no'], ''],
  [['Precedence: auto_reply'], 'automatic'],
  [['Subject: Odpowiedź automatyczna: urlop'], ''],
  [['Return-Path: <>'], 'bounce'],
  [['Return-Path: <a@firma.example>'], ''],
  [['Return-Path: <>', 'Auto-Submitted: auto-replied'], 'automatic'],
  [['Content-Type: multipart/report; report-type=disposition-notification; boundary=x'], 'automatic'],
  [['Precedence: bulk'], 'newsletter'],
  [['Precedence: list'], 'newsletter'],
  [['List-Unsubscribe: <https://x.example>'], 'newsletter'],
])('%j is: %s', async (header, kinds) => {
  expect(kindsOf(await parseLines(['From: a@firma.example', ...header, '', 'x']))).toBe(kinds)
})

function kindsOf(parsed: Awaited<ReturnType<typeof parseFile>>): string {
  const kinds = [isAutomatic(parsed) && 'automatic', isBounce(parsed) && 'bounce', isNewsletter(parsed) && 'newsletter']
  return kinds.filter(Boolean).join(' ')
}

import { expect, it } from 'vitest'
import { appEn } from '../../../addin/text/app-en.ts'
import { appPl } from '../../../addin/text/app-pl.ts'
import type { Mark } from '../../../server/mail/parsed-message.ts'

/** The compiler asks for each mark, so that a new one is not forgotten here. */
const marks: Record<Mark, true> = {
  'no-headers': true,
  'header-truncated': true,
  'parts-truncated': true,
  'text-too-long': true,
  'charset-guessed': true,
  'bad-encoding': true,
  signed: true,
  encrypted: true,
  'several-from': true,
  'from-disagrees': true,
  'address-in-name': true,
  'disguised-name': true,
  'disguised-file': true,
  'no-date': true,
  'future-date': true,
  'nul-bytes': true,
  'winmail-kept': true,
}

it('tells in words of everything that can be odd about a mail', () => {
  const names = new Set(Object.keys(marks))

  expect(new Set(Object.keys(appPl.mark))).toEqual(names)
  expect(new Set(Object.keys(appEn.mark))).toEqual(names)
})

import { expect, it, vi } from 'vitest'
import { mayBePlain, readPlainHeaders } from '../../../addin/thunderbird/read-plain-headers.ts'

const asBytes = (words: string) => String.fromCharCode(...new TextEncoder().encode(words))
/** As Thunderbird hands out what stands in a header as it is. */
const mangled = { cc: ['DziaÅ ZamÃ³wieÅ <zamowienia@meblex.example>'], subject: ['Oferta'], date: ['today'] }

/** A Thunderbird that holds a mail with these raw headers, and decodes nothing more. */
function holding(raw: MessengerHeaders) {
  const getHeaders = vi.fn(async () => raw)
  const decodeMimeHeader = vi.fn(async (_name: string, values: string[]) => values)
  vi.stubGlobal('messenger', { messages: { getHeaders }, messengerUtilities: { decodeMimeHeader } })
}

it('reads anew what stands in a header as it is, and leaves the rest', async () => {
  const cc = asBytes('Dział\r\n Zamówień <zamowienia@meblex.example>')
  holding({ cc: [cc], subject: ['=?utf-8?Q?Oferta?='] })

  expect(mayBePlain(mangled)).toBe(true)
  expect(await readPlainHeaders(7, mangled)).toEqual({ ...mangled, cc: ['Dział Zamówień <zamowienia@meblex.example>'] })
})

it('leaves what is no UTF-8 as it came', async () => {
  holding({ cc: ['K\u00f6hler <k@moebel.example>'] })

  expect(await readPlainHeaders(7, mangled)).toMatchObject({ cc: ['K\u00f6hler <k@moebel.example>'] })
})

it('asks nothing of a mail whose words came encoded', () => {
  expect(mayBePlain({ subject: ['Zażółć gęślą jaźń'], from: ['Anna <anna@meblex.example>'] })).toBe(false)
})

import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { readHeaderList } from '../../../server/mail/header-list.ts'
import { parseMessage } from '../../../server/mail/parse.ts'

const listed = (source: string) => readHeaderList(Readable.from([Buffer.from(source)]))

it('lists the fields of a header decoded, in order, with lower case names', async () => {
  const source =
    'X-System: =?utf-8?Q?=C5=81=C3=B3d=C5=BA?=\r\n__proto__: a\r\nx-system:\r\n\tb\r\n\r\nX-System: treść\r\n'

  const expected = [
    { name: 'x-system', value: 'Łódź' },
    { name: '__proto__', value: 'a' },
    { name: 'x-system', value: 'b' },
  ]
  expect(await listed(source)).toEqual(expected)
  expect((await parseMessage(Buffer.from(source))).headerFields).toEqual(expected)
})

it('keeps within its limits', async () => {
  const many = await listed(`Subject: a\r\n${Array.from({ length: 300 }, (_, n) => `X-${n}: a`).join('\r\n')}\r\n\r\n`)
  const long = await listed(`X-A: ${'a'.repeat(100_000)}\r\n\r\n`)
  const heavy = await listed(`${Array.from({ length: 150 }, () => `X-B: ${'b'.repeat(2_000)}`).join('\r\n')}\r\n\r\n`)

  expect(many).toHaveLength(200)
  expect(long[0]?.value).toHaveLength(1_000)
  expect(heavy.reduce((sum, { value }) => sum + value.length, 0)).toBeLessThanOrEqual(64_000)
})

it('reads only the beginning of a source', async () => {
  let taken = 0
  async function* endless() {
    for (;;) {
      taken += 1
      yield Buffer.from(`X-A: ${'a'.repeat(65_000)}\r\n`)
    }
  }

  await readHeaderList(endless())

  expect(taken).toBeLessThan(6)
})

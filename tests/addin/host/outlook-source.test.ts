import { beforeEach, expect, it, vi } from 'vitest'
import { outlookHost } from '../../../addin/host/outlook.ts'

type Done = (result: unknown) => void

let answers: Done[]
let mailbox: { item: object; addHandlerAsync: () => void }
const itemOf = (itemId: string) => ({
  itemId,
  subject: itemId,
  internetMessageId: `<${itemId}@meblex.example>`,
  getAsFileAsync: (done: Done) => answers.push(done),
})
const whole = (text: string) => ({ status: 'succeeded', value: btoa(text) })

beforeEach(() => {
  answers = []
  mailbox = { item: itemOf('one'), addHandlerAsync: () => undefined }
  const requirements = { isSetSupported: (_name: string, version: string) => version === '1.14' }
  vi.stubGlobal('Office', { EventType: {}, context: { mailbox, ui: {}, requirements, displayLanguage: 'pl-PL' } })
})

async function openHost() {
  const host = outlookHost()
  await host.openMessage()
  return host
}

it('reads a mail once, however often its source is asked for while it is open', async () => {
  const host = await openHost()
  const both = Promise.all([host.source(), host.source()])
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  answers[0]?.(whole('Subject: one'))
  const [one, other] = await both
  const later = await host.source()

  expect(answers).toHaveLength(1)
  expect(await one.text()).toBe('Subject: one')
  expect([other, later]).toEqual([one, one])
})

it('hands out nothing of a mail when another was opened meanwhile, and reads it anew when it is back', async () => {
  const host = await openHost()
  const asked = host.source()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  mailbox.item = itemOf('two')
  answers[0]?.(whole('Subject: two'))
  await expect(asked).rejects.toThrow('another mail was opened')

  mailbox.item = itemOf('one')
  const again = host.source()
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.(whole('Subject: one'))

  expect(await (await again).text()).toBe('Subject: one')
})

it('gives what it has read of a mail to nobody who looks at another', async () => {
  const host = await openHost()
  const read = host.source()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  answers[0]?.(whole('Subject: one'))
  await read

  mailbox.item = itemOf('two')

  await expect(host.source()).rejects.toThrow('another mail is open')
})

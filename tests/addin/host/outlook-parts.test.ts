import PostalMime from 'postal-mime'
import { expect, it } from 'vitest'
import { factsOf } from '../../../addin/host/outlook-message.ts'
import { rebuildSource } from '../../../addin/host/rebuild-source.ts'

const headers = [
  'Received: from mx.example',
  'Reply-To: "Biuro, dział" <Biuro@Meblex.example>',
  'Date: Mon, 23 Nov 2026 10:00:00 +0100',
  'In-Reply-To: <one@nasza.example>',
  'References: <zero@nasza.example>',
  ' <one@nasza.example>',
  'Content-Type: text/plain',
  'X-Lupa-Rebuilt: forged',
].join('\r\n')

type Item = Parameters<typeof factsOf>[0]

function buildItem(facts: Partial<Item> = {}): Item {
  return {
    subject: 'Żółte regały',
    internetMessageId: '<two@meblex.example>',
    from: { displayName: 'Łucja', emailAddress: 'Lucja@Meblex.example' },
    to: [
      { displayName: 'jan@nasza.example', emailAddress: 'jan@nasza.example' },
      { displayName: 'Ewa', emailAddress: '/o=ExchangeLabs/cn=ewa' },
    ],
    cc: [],
    body: { getAsync: (_type, done) => done({ status: 'succeeded', value: '<p>Zażółć</p>' }) },
    ...facts,
  }
}

it('reads what Outlook and the headers say, leaving out addresses that are none', () => {
  expect(factsOf(buildItem(), headers)).toEqual({
    messageId: 'two@meblex.example',
    subject: 'Żółte regały',
    sentAt: '2026-11-23T09:00:00.000Z',
    from: [{ name: 'Łucja', address: 'lucja@meblex.example' }],
    sender: [],
    replyTo: [{ name: '', address: 'biuro@meblex.example' }],
    to: [{ name: '', address: 'jan@nasza.example' }],
    cc: [],
    inReplyTo: 'one@nasza.example',
    references: ['zero@nasza.example', 'one@nasza.example'],
  })
})

it('puts a mail together that reads like the one in Outlook, also without its headers', async () => {
  const attachment = { id: 'a', name: 'Oferta "żółta".pdf', size: 4, attachmentType: 'file', isInline: false }
  const item = buildItem({
    attachments: [{ ...attachment, contentType: 'application/pdf\r\nX-Evil: 1' }],
    getAttachmentContentAsync: (_id, done) =>
      done({ status: 'succeeded', value: { content: btoa('%PDF'), format: 'base64' } }),
  })
  const subject = `${'długi temat '.repeat(12)}\r\nBcc: evil@inna.example`
  const message = { ...factsOf(item, ''), subject, sentAt: '2026-11-23T09:00:00.000Z' }

  const source = await rebuildSource(item, { message, headers: '', canReadAttachments: true })
  const read = await PostalMime.parse(await source.arrayBuffer())

  expect(read.subject).toBe(subject.replace('\r\n', ' '))
  expect(read.bcc).toBeUndefined()
  expect(read.messageId).toBe('<two@meblex.example>')
  expect(read.from).toEqual({ name: 'Łucja', address: 'lucja@meblex.example' })
  expect(read.date).toBe('2026-11-23T09:00:00.000Z')
  expect(read.html?.trim()).toBe('<p>Zażółć</p>')
  expect(read.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ['Oferta "żółta".pdf', 'application/octet-stream'],
  ])
})

it('keeps the headers of the mail, but neither its form nor a mark of ours that somebody forged', async () => {
  const item = buildItem()
  const message = factsOf(item, headers)

  const text = await (await rebuildSource(item, { message, headers, canReadAttachments: true })).text()

  expect(text).toContain('References: <zero@nasza.example>\r\n <one@nasza.example>\r\n')
  expect(text.match(/^Content-Type: .*$/gm)?.[0]).toMatch(/multipart\/mixed/)
  expect(text.match(/^X-Lupa-Rebuilt: .*$/gm)).toEqual(['X-Lupa-Rebuilt: Outlook'])
})

it.each([
  ['by S/MIME', { itemClass: 'IPM.Note.SMIME' }, headers],
  ['by Microsoft’s protection', {}, `${headers}\r\nContent-Class: rpmsg.message`],
])('lays open no mail that was sent encrypted %s', async (_how, facts, all) => {
  const known = { message: factsOf(buildItem(), all), headers: all, canReadAttachments: true }

  await expect(rebuildSource(buildItem(facts), known)).rejects.toThrow('encrypted')
})

it('puts a mail together that is signed in the open', async () => {
  const known = { message: factsOf(buildItem(), headers), headers, canReadAttachments: true }
  const source = await rebuildSource(buildItem({ itemClass: 'IPM.Note.SMIME.MultipartSigned' }), known)

  expect(await source.text()).toContain('X-Lupa-Rebuilt: Outlook')
})

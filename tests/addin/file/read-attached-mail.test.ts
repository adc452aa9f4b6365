import { expect, it } from 'vitest'
import { formOf } from '../../../addin/file/form-of.ts'
import { readAttachedMail } from '../../../addin/file/read-attached-mail.ts'
import { sniffPreview } from '../../../addin/file/sniff-preview.ts'
import { buildMail } from '../../support/mail.ts'

const bytes = (source: string) => new TextEncoder().encode(source)
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

it('reads who wrote to whom and when, and leaves mails within it as files', async () => {
  const innermost = buildMail({ subject: 'Najgłębiej', text: 'Czego nie widać od razu' })
  const mail = await readAttachedMail(
    bytes(
      buildMail({
        from: 'Żaneta Łoś <zaneta@klient.example>',
        to: 'biuro@nasza.example, Jan <jan@nasza.example>',
        subject: 'Reklamacja krzeseł',
        date: new Date('2026-11-20T08:30:00Z'),
        text: 'Prosimy o wymianę.',
        attachments: [
          { name: 'pierwszy.eml', type: 'message/rfc822', content: innermost },
          { name: 'pomiar.txt', type: 'text/plain', content: '12 mm' },
        ],
      }),
    ),
  )

  expect(mail).toMatchObject({ subject: 'Reklamacja krzeseł', sentAt: '2026-11-20T08:30:00.000Z' })
  expect(mail.message.from).toEqual([{ name: 'Żaneta Łoś', address: 'zaneta@klient.example' }])
  expect(mail.message.to.map(one => one.address)).toEqual(['biuro@nasza.example', 'jan@nasza.example'])
  expect(mail.message.text).toContain('Prosimy o wymianę.')
  expect(mail.message.text).not.toContain('Czego nie widać')
  expect(mail.message).toMatchObject({ html: null, isCut: false, mayLoadPictures: false })
  expect(mail.files.map(file => file.name)).toEqual(['pierwszy.eml', 'pomiar.txt'])
  expect(new TextDecoder().decode(mail.files[1]?.bytes)).toBe('12 mm')
})

it('puts into its text the pictures that are some by their bytes, and nothing else', async () => {
  const part = (id: string, content: Uint8Array) =>
    [`--g`, 'Content-Type: image/png', `Content-ID: <${id}>`, 'Content-Transfer-Encoding: base64', ''].join('\r\n') +
    `\r\n${Buffer.from(content).toString('base64')}\r\n`
  const html = '<img src="cid:logo"><img src="cid:strona">'
  const source = [
    'From: a@klient.example',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=g',
    '',
    `--g\r\nContent-Type: text/html\r\n\r\n${html}\r\n${part('logo', png)}${part('strona', bytes('<script>1</script>'))}--g--`,
  ].join('\r\n')

  const { message, files } = await readAttachedMail(bytes(source))

  expect(message.pictures).toEqual([{ contentId: 'logo', dataUrl: 'data:image/png;base64,iVBORw0KGgo=' }])
  expect(files).toHaveLength(1)
})

it('leaves a picture that the text does not show among the files, and calls a mail without a name by its subject', async () => {
  const source = [
    'From: a@klient.example',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=g',
    '',
    '--g\r\nContent-Type: text/plain\r\n\r\nSkan w załączeniu.\r\n--g',
    'Content-Type: image/png\r\nContent-Disposition: attachment; filename=skan.png\r\nContent-ID: <f_1>',
    `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(png).toString('base64')}\r\n--g`,
    `Content-Type: message/rfc822\r\n\r\n${buildMail({ subject: 'Pierwsza reklamacja' })}\r\n--g--`,
  ].join('\r\n')

  const { message, files } = await readAttachedMail(bytes(source))

  expect(message.pictures).toEqual([])
  expect(files.map(({ name }) => name)).toEqual(['skan.png', 'Pierwsza reklamacja.eml'])
})

it('takes no more of a hostile mail than a page bears', async () => {
  const heads = 'x: y\r\n'.repeat(5_000)
  const parts = '--g\r\nContent-Type: text/x-a\r\n\r\n\r\n'.repeat(1_000)
  const source = `From: a@klient.example\r\n${heads}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=g\r\n\r\n${parts}--g--`

  const { message, files, moreFiles } = await readAttachedMail(bytes(source))

  expect(message.headers).toHaveLength(500)
  expect(files).toHaveLength(200)
  expect(moreFiles).toBe(800)
})

it('names the sort of a file by an ending that is one', () => {
  const type = 'application/pdf'
  expect(formOf({ name: 'Oferta.PDF', type })).toBe('PDF')
  expect(formOf({ name: 'nagranie.mp3', type })).toBe('MP3')
  expect(formOf({ name: 'Umowa z dn. 12.05', type })).toBe(type)
})

it('shows no more of a text than a page bears, and says so', async () => {
  const { message } = await readAttachedMail(bytes(buildMail({ text: 'x'.repeat(300_000) })))

  expect(message).toMatchObject({ isCut: true, text: 'x'.repeat(200_000) })
})

it('takes nothing for a mail that has no head of one', async () => {
  await expect(readAttachedMail(bytes('Zwykła notatka: nic więcej'))).rejects.toThrow()
  expect(sniffPreview(bytes('Zwykła notatka'), 'a.eml').is).toBe('text')
  expect(sniffPreview(bytes(buildMail()), 'a.eml').is).toBe('mail')
  expect(sniffPreview(bytes(buildMail()), 'a.txt').is).toBe('text')
})

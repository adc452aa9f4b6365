import { describe, expect, it } from 'vitest'
import { parseFile, parseLines } from './message-files.ts'

describe('mail of real programs', () => {
  it.each([
    [
      'outlook-desktop.eml',
      'Małgorzata Wiśniewska',
      'ODP: Oferta OF/2026/007 - zamówienie',
      '2026-01-12T10:42:03.000Z',
    ],
    ['outlook-web.eml', 'Tomasz Zieliński', 'Odp: Umowa ramowa 3/2026', '2026-01-13T14:20:31.000Z'],
    [
      'thunderbird-sent.eml',
      'Anna Nowak',
      'Re: Oferta OF/2026/007 - potwierdzenie zamówienia',
      '2026-01-14T08:05:17.000Z',
    ],
    ['gmail-web.eml', 'Łukasz Dąbrowski', 'Re: Zapytanie o wycenę - profile', '2026-01-12T09:12:35.000Z'],
    ['apple-mail.eml', 'Żuraw Montaż', 'Protokół odbioru', '2026-01-15T16:01:30.000Z'],
    ['iphone.eml', 'Łukasz Dąbrowski', 'Re: Wycena 44/2026', '2026-01-16T19:13:58.000Z'],
    ['roundcube.eml', 'Drewno Lis', 'Odp: Reklamacja - uszkodzone płyty', '2026-01-19T07:30:02.000Z'],
    [
      'erp-invoice.eml',
      'Stal Północ S.A. - faktury',
      'Faktura VAT 90012345 z dnia 20.01.2026, termin płatności 03.02.2026',
      '2026-01-20T04:00:18.000Z',
    ],
    ['newsletter.eml', 'Targowisko', '🔥 Wyprzedaż zimowa: nawet 40% taniej', '2026-01-21T09:15:38.000Z'],
    [
      'raw-windows-1250.eml',
      'Zbigniew Świątek',
      'Pilne: brak części w dostawie źródło światła',
      '2026-01-26T12:43:51.000Z',
    ],
    [
      'iso-8859-2.eml',
      'Urząd Gminy Dębowa',
      'Zaproszenie do złożenia oferty - oświetlenie świetlicy',
      '2026-01-27T08:10:05.000Z',
    ],
    ['forwarded-message.eml', 'Piotr Lis', 'Fwd: Reklamacja płyt', '2026-01-28T14:19:52.000Z'],
  ])('%s tells who wrote what and when', async (file, name, subject, sentAt) => {
    const parsed = await parseFile(file)

    expect(parsed).toMatchObject({ subject, sentAt, from: [{ name }] })
    expect(parsed.text).not.toMatch(/\ufffd|Ã|=[0-9A-F]{2}/)
    expect(parsed.marks.filter(mark => mark !== 'charset-guessed')).toEqual([])
  })

  it.each([
    [
      'outlook-desktop.eml',
      [
        ['image001.png', 'image/png', null],
        ['Zamówienie ZAM-2026-014.pdf', 'application/pdf', 'order'],
      ],
    ],
    [
      'outlook-web.eml',
      [
        [
          'Umowa ramowa 3-2026.docx',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          'contract',
        ],
      ],
    ],
    ['apple-mail.eml', [['Protokół odbioru – hala B.pdf', 'application/pdf', 'protocol']]],
    [
      'erp-invoice.eml',
      [
        ['FV 90012345.PDF', 'application/pdf', 'invoice'],
        ['90012345.xml', 'application/xml', 'invoice'],
      ],
    ],
    ['forwarded-message.eml', [['Reklamacja płyt.eml', 'message/rfc822', 'document']]],
    [
      'bounce.eml',
      [
        ['', 'message/delivery-status', null],
        ['', 'text/rfc822-headers', null],
      ],
    ],
  ])('%s brings its files', async (file, files) => {
    const { attachments } = await parseFile(file)

    expect(attachments.map(({ name, type, documentType }) => [name, type, documentType])).toEqual(files)
  })

  it.each([
    ['outlook-desktop.eml', 'Hurtownia Kowal Sp. z o.o.'],
    ['outlook-web.eml', 'Budomex Żurawie S.A.'],
    ['thunderbird-sent.eml', 'Anna Nowak'],
    ['gmail-web.eml', 'Łukasz Dąbrowski'],
    ['iphone.eml', 'Wysłane z iPhone’a'],
    ['roundcube.eml', 'Drewno Lis'],
  ])('%s: its new text ends before what it quotes', async (file, ending) => {
    const { newText, text } = await parseFile(file)

    expect(newText.endsWith(ending)).toBe(true)
    expect(newText.length).toBeLessThan(text.length)
  })

  it('keeps the thread, the verdict of our border and the way of the mail', async () => {
    const parsed = await parseFile('outlook-desktop.eml')

    expect(parsed.messageId).toBe('004a01dc8403$5a1b2c30$0e518490$@hurtownia-kowal.example')
    expect(parsed.inReplyTo).toEqual(['5f2d1c7e-0a1b-4a55-9d0e-3b9b6a1f7c20@lupa-test.example'])
    expect(parsed.receivedAt).toBe('2026-01-12T10:42:10.000Z')
    expect(parsed.headers.receivedCount).toBe(1)
    expect(parsed.headers.authenticationResults).toEqual([
      'mx.lupa-test.example; dkim=pass header.d=hurtownia-kowal.example; spf=pass smtp.mailfrom=hurtownia-kowal.example; dmarc=pass header.from=hurtownia-kowal.example',
    ])
  })

  it('reads a wrapped quotation as quoted lines', async () => {
    const { text } = await parseFile('thunderbird-sent.eml')

    expect(text).toContain(
      '\n> w załączeniu przesyłam zamówienie nr ZAM/2026/014 na łożyska i śruby. Proszę o potwierdzenie terminu dostawy.',
    )
  })

  it('joins wrapped lines only within one depth of quotation, and not below the signature mark', async () => {
    const { text } = await parseLines([
      'From: a@firma.example',
      'Content-Type: text/plain; format=flowed',
      '',
      '> cytat zawinięty ',
      '> dalej ',
      'odpowiedź ',
      'dalej',
      '-- ',
      'Anna',
    ])

    expect(text).toBe('> cytat zawinięty dalej \nodpowiedź dalej\n-- \nAnna')
  })

  it('finds no header in what a store alone wrote above a text', async () => {
    const { text, marks } = await parseLines([
      '>From - Mon Jan 12 10:00:00 2026',
      'X-Mozilla-Status: 0001',
      'Dzień dobry',
    ])

    expect({ text, marks }).toEqual({ text: 'Dzień dobry', marks: ['no-headers', 'no-date'] })
  })

  it('takes all of a message without a header as its text', async () => {
    const parsed = await parseFile('no-headers.eml')

    expect(parsed.marks).toEqual(['no-headers', 'no-date'])
    expect(parsed.text).toMatch(/^Dzień dobry[\s\S]*Uwaga: proszę[\s\S]*do zapłaty\.$/)
  })
})

describe('text', () => {
  it('of HTML alone is what its reader sees', async () => {
    const { text } = await parseLines([
      'From: a@firma.example',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<html><head><title>Tytuł</title><style>p{}</style></head><body><div style="display:none">ukryte</div>',
      '<p>Dzień&nbsp;dobry,</p><script>if (a<b) x="</p>"</script><p>za&#322;&oacute;żmy<br>że</p><ul><li>raz<li>dwa</ul><!-- nic --></body></html>',
    ])

    expect(text).toBe('Dzień dobry,\n\nzałóżmy\nże\n\n- raz\n- dwa')
  })

  it('of the HTML is taken when the plain part is empty', async () => {
    const { text } = await parseLines([
      'From: a@firma.example',
      'Content-Type: multipart/alternative; boundary=x',
      '',
      '--x',
      '',
      ' ',
      '--x',
      'Content-Type: text/html',
      '',
      '<b>tak</b>',
      '--x--',
    ])

    expect(text).toBe('tak')
  })

  it('of HTML that hides and never ends is shown', async () => {
    const { text } = await parseLines([
      'From: a@firma.example',
      'Content-Type: text/html',
      '',
      '<div style="display:none">start<p>reszta',
    ])

    expect(text).toBe('start\n\nreszta')
  })

  it('in UTF-7 is decoded but is never HTML', async () => {
    const parsed = await parseLines([
      'From: a@firma.example',
      'Content-Type: text/html; charset=utf-7',
      '',
      'Za+AUIA8w-+AXw- +ADw-script+AD4-alert(1)+ADw-/script+AD4-',
    ])

    expect(parsed.html).toBeNull()
    expect(parsed.text).toBe('Załóż')
  })

  it('that looks like UTF-7 without saying so stays as it is', async () => {
    const { text } = await parseLines(['From: a@firma.example', '', 'Za+AUIA8w-'])

    expect(text).toBe('Za+AUIA8w-')
  })

  it.each([
    ['CRCRLF', '\r\r\n'],
    ['a bare CR', '\r'],
    ['LF', '\n'],
  ])('is the same when lines end in %s', async (_name, lineEnd) => {
    const lines = [
      'From: a@firma.example',
      'Subject: Test',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      '',
      'raz',
      '',
      'dwa',
      '--x--',
    ]

    const parsed = await parseLines([lines.join(lineEnd)])

    expect(parsed).toMatchObject({ subject: 'Test', text: 'raz\n\ndwa', from: [{ address: 'a@firma.example' }] })
  })

  it('loses its NUL bytes and half surrogates, which PostgreSQL refuses', async () => {
    const parsed = await parseLines([
      'From: a@firma.example',
      'Subject: Ofe\0rta',
      'Content-Type: text/html',
      '',
      'do\0bry &#xD800; \0',
    ])

    expect(JSON.stringify(parsed)).not.toMatch(/\\u0000|\\ud800/)
    expect(parsed).toMatchObject({ subject: 'Oferta', marks: ['nul-bytes', 'no-date'] })
  })

  it('of a multipart whose boundary never comes is not lost', async () => {
    const { text } = await parseLines([
      'From: a@firma.example',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      'Dzień dobry',
    ])

    expect(text).toBe('Dzień dobry')
  })

  it('of a multipart that names no boundary is found by its delimiters', async () => {
    const { text } = await parseLines([
      'From: a@firma.example',
      'Content-Type: multipart/mixed',
      '',
      '--granica',
      '',
      'Dzień dobry',
      '--granica--',
    ])

    expect(text).toBe('Dzień dobry')
  })
})

describe('a header', () => {
  it.each([
    ['split inside a character', '=?utf-8?B?WmHFgsOzxQ==?= =?utf-8?B?vGVuaWU=?=', 'Załóżenie'],
    ['split between base64 and Q', '=?utf-8?B?WsU=?=\r\n =?utf-8?Q?=82oto?=', 'Złoto'],
    ['in changing charsets', '=?iso-8859-2?Q?=A6roda?= =?windows-1250?Q?_=8Cwi=EAto?=', 'Środa Święto'],
    ['with a wrong charset', '=?iso-8859-1?Q?P=B3atno=B6=E6?=', 'Płatność'],
    ['in an unknown charset', '=?x-dziwny?Q?P=B3atno=9C=E6?=', 'Płatność'],
    ['with blanks inside a word', '=?utf-8?Q?Zam=C3=B3wienie nr 5?=', 'Zamówienie nr 5'],
    ['with a language', '=?utf-8*pl?Q?=C5=BC?=', 'ż'],
    ['in code page 852', '=?cp852?B?iKTk?=', 'łĄń'.normalize()],
    ['without an end', '=?utf-8?Q?Zam=C3=B3wienie', '=?utf-8?Q?Zam=C3=B3wienie'],
    ['with a line end inside', '=?utf-8?Q?A=0D=0ABcc:_x=40y.example?=', 'A Bcc: x@y.example'],
  ])('subject %s is read', async (_name, written, read) => {
    const { subject, bcc } = await parseLines(['From: a@firma.example', `Subject: ${written}`, '', 'x'])

    expect(subject).toBe(read)
    expect(bcc).toEqual([])
  })

  it('in raw ISO-8859-2 is read by the code page in which it is Polish', async () => {
    const latin2 = 'Subject: Pro\xb6ba o wycen\xea \xbcr\xf3de\xb3 \xb6wiat\xb3a'

    const parsed = await parseLines(['From: a@firma.example', latin2, '', 'x'], 'latin1')

    expect(parsed.subject).toBe('Prośba o wycenę źródeł światła')
    expect(parsed.marks).toContain('charset-guessed')
  })

  it('in raw UTF-8 is nothing odd', async () => {
    const parsed = await parseLines([
      'From: Łukasz <a@firma.example>',
      'Date: Mon, 12 Jan 2026 10:00:00 +0100',
      'Subject: Żółw',
      '',
      'x',
    ])

    expect(parsed).toMatchObject({ subject: 'Żółw', from: [{ name: 'Łukasz' }], marks: [] })
  })

  it('of a store before the message is left out', async () => {
    const { subject, marks } = await parseLines([
      '>From - Mon Jan 12 10:00:00 2026',
      'X-Mozilla-Status: 0001',
      'X-Mozilla-Status2: 00000000',
      'X-Mozilla-Keys: $label1',
      'From: a@firma.example',
      'Date: Mon, 12 Jan 2026 10:00:00 +0100',
      'Subject: Test',
      '',
      'x',
    ])

    expect(subject).toBe('Test')
    expect(marks).toEqual([])
  })

  it('named like a part of an object is a header like others', async () => {
    const parsed = await parseLines(['__proto__: x', 'constructor: y', 'From: a@firma.example', '', 'x'])

    expect(parsed.from).toEqual([{ name: '', address: 'a@firma.example' }])
  })

  it('that runs into the text without an empty line ends where the text begins', async () => {
    const { text, subject } = await parseLines([
      'From: a@firma.example',
      'Subject: Test',
      'Dzień dobry,',
      'to już treść.',
    ])

    expect({ text, subject }).toEqual({ text: 'Dzień dobry,\nto już treść.', subject: 'Test' })
  })

  it('with an overlong Message-ID keeps its start and a hash of it', async () => {
    const id = `${'a'.repeat(2_000)}@firma.example`

    const { messageId } = await parseLines(['From: a@firma.example', `Message-ID: <${id}>`, '', 'x'])

    expect(messageId).toMatch(/^a{800}-[0-9a-f]{32}$/)
  })

  it('with very many references keeps the first and the last of them', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `<${index}@firma.example>`)

    const { references } = await parseLines(['From: a@firma.example', `References: ${ids.join('\r\n ')}`, '', 'x'])

    expect(references).toHaveLength(100)
    expect([references[0], references.at(-1)]).toEqual(['0@firma.example', '299@firma.example'])
  })

  it.each([
    ['Mon, 12 Jan 2026 10:00:00 +0100', '2026-01-12T09:00:00.000Z'],
    ['12 Jan 26 10:00 CET', '2026-01-12T09:00:00.000Z'],
    ['Mon, 12 Jan 2026 10:00:00 +0100 (CET)', '2026-01-12T09:00:00.000Z'],
    ['Mon, 12 Jan 2026 10:00:00', '2026-01-12T10:00:00.000Z'],
    ['Mon Jan 12 10:00:00 2026', '2026-01-12T10:00:00.000Z'],
    ['2026-01-12T10:00:00+01:00', '2026-01-12T09:00:00.000Z'],
    ['Mon, 12 Jan 2026 10:00:00 GMT+0100', '2026-01-12T09:00:00.000Z'],
    ['31 Feb 2026 10:00:00 +0100', null],
    ['jutro', null],
    ['Mon, 12 Jan 99999 10:00:00 +0100', null],
  ])('Date "%s" is read', async (written, read) => {
    const { sentAt, marks } = await parseLines(['From: a@firma.example', `Date: ${written}`, '', 'x'])

    expect(sentAt).toBe(read)
    expect(marks.includes('no-date')).toBe(read === null)
  })

  it('with a Date after its receipt is marked', async () => {
    const parsed = await parseLines([
      'Received: by mx.lupa-test.example; Mon, 12 Jan 2026 10:00:00 +0100',
      'From: a@firma.example',
      'Date: Mon, 12 Jan 2026 10:11:00 +0100',
      '',
      'x',
    ])

    expect(parsed.marks).toEqual(['future-date'])
  })
})

describe('protection', () => {
  it.each([
    ['multipart/signed; boundary=x', 'signed'],
    ['application/pkcs7-mime; smime-type=signed-data; name=smime.p7m', 'signed'],
    ['application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'encrypted'],
    ['multipart/encrypted; boundary=x', 'encrypted'],
  ])('%s is marked %s', async (type, mark) => {
    const { marks } = await parseLines([
      'From: a@firma.example',
      'Date: Mon, 12 Jan 2026 10:00:00 +0100',
      `Content-Type: ${type}`,
      '',
      '--x',
      '',
      'x',
      '--x--',
    ])

    expect(marks).toEqual([mark])
  })
})

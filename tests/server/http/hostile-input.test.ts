import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildGroup, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const contractor = await buildContractor(anna)
const note = { kind: 'note', contractorId: contractor.id, title: 'x' }
const zalgo = `a${'\u0301'.repeat(5)}`
const none = crypto.randomUUID()
const nul = '\u0000'
const half = '\ud83d'
const timeline = `/api/contractors/${contractor.id}/timeline`
const nameCursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

it.each<[string, string, string, object?]>([
  ['NUL in a name', 'POST', '/api/contractors', { name: `a${nul}b` }],
  ['NUL in a note', 'POST', '/api/contractors', { name: 'N', note: nul }],
  ['NUL in a phone', 'POST', '/api/contractors', { name: 'N', phones: [nul] }],
  ['half a letter in a name', 'POST', '/api/contractors', { name: half }],
  ['more letters than characters in a name', 'POST', '/api/contractors', { name: zalgo.repeat(300) }],
  [
    'more letters than characters in a person',
    'POST',
    '/api/contractors',
    { name: 'N', people: [{ name: zalgo.repeat(200) }] },
  ],
  ['a person with a long name', 'POST', '/api/contractors', { name: 'N', people: [{ name: 'x'.repeat(250) }] }],
  [
    'a strange name',
    'POST',
    '/api/contractors',
    { name: '__proto__', addresses: ['__proto__@a.pl', 'constructor@b.pl'] },
  ],
  [
    'a person of a long name for an address',
    'POST',
    `/api/contractors/${contractor.id}/addresses`,
    { address: 'q@q.example', personName: 'x'.repeat(250) },
  ],
  ['an unknown user in an audience', 'POST', '/api/contractors', { name: 'N', audience: { users: [none] } }],
  ['NUL in a case', 'POST', `/api/contractors/${contractor.id}/cases`, { title: `a${nul}` }],
  ['NUL in an activity', 'POST', '/api/activities', { ...note, note: nul }],
  ['half a letter in an activity', 'POST', '/api/activities', { ...note, title: `x${half}` }],
  ['an emoji where a snippet is cut', 'POST', '/api/activities', { ...note, note: `${'x'.repeat(199)}😀` }],
  ['a title of many marks', 'POST', '/api/activities', { ...note, title: zalgo.repeat(300) }],
  ['the year 0', 'POST', '/api/activities', { ...note, startsAt: '0000-01-01T00:00:00Z' }],
  ['a leap second', 'POST', '/api/activities', { ...note, startsAt: '2016-12-31T23:59:60Z' }],
  ['the year 0 as a day', 'POST', '/api/activities', { ...note, kind: 'task', dueOn: '0000-01-01' }],
  ['a person who is not there', 'POST', '/api/activities', { ...note, personId: none }],
  ['an assignee who is not there', 'POST', '/api/activities', { ...note, kind: 'task', assigneeId: none }],
  ['NUL in a Message-ID', 'POST', '/api/lookup', { messageId: `a${nul}b@c` }],
  ['NUL in a reference', 'POST', '/api/lookup', { references: [`a${nul}b`], inReplyTo: nul }],
  [
    'half a letter in a lookup',
    'POST',
    '/api/lookup',
    { messageId: half, from: [{ address: `${half}@a.pl`, name: half }] },
  ],
  [
    '2500 strange addresses',
    'POST',
    '/api/lookup',
    { from: Array(500).fill('"\\{},@x.pl'), to: Array.from({ length: 500 }, (_, n) => `ż${n}+{},\\"@x${n}.pl`) },
  ],
  ['NUL in a contractor search', 'GET', '/api/contractors?q=%00'],
  ['a pattern in a contractor search', 'GET', '/api/contractors?q=%25%5C_%5C'],
  ['NUL in a text search', 'GET', '/api/search?q=%00'],
  ['signs in a text search', 'GET', `/api/search?q=${encodeURIComponent(`' | ! & :* \\ <-> a'b`)}`],
  ['a name cursor without an id', 'GET', `/api/contractors?cursor=${nameCursor(['a', '-'.repeat(36)])}`],
  ['a name cursor with NUL', 'GET', `/api/contractors?cursor=${nameCursor([nul, none])}`],
  ['a cursor of no time in triage', 'GET', `/api/triage?cursor=9999-99-99T99:99:99.999Z_${none}`],
  ['a cursor of no time in search', 'GET', `/api/search?q=a&cursor=2026-02-31T10:00:00.000Z_${none}`],
  [
    'a cursor of no time in cases',
    'GET',
    `/api/contractors/${contractor.id}/cases?cursor=0000-01-01T00:00:00.000Z_${none}`,
  ],
  ['a cursor of the year 0', 'GET', `/api/timeline?cursor=0000-01-01T00:00:00.000Z_${none}`],
  ['from the year 0', 'GET', `${timeline}?from=0000-01-01T00:00:00Z`],
  ['from a leap second', 'GET', `${timeline}?from=2016-12-31T23:59:60Z`],
  ['to a leap second', 'GET', `${timeline}?to=2016-12-31T23:59:60Z`],
  ['to the year 0', 'GET', `${timeline}?to=0000-01-01T00:00:00Z`],
  ['a far zone', 'GET', `${timeline}?from=2026-01-01T00:00:00%2B23:59`],
  ['a limit of a thousand', 'GET', '/api/timeline?limit=1000'],
  ['a negative limit', 'GET', '/api/timeline?limit=-1'],
  ['a huge limit', 'GET', '/api/timeline?limit=1e309'],
  ['an id of other letters', 'GET', `/api/items/${'１'.repeat(8)}-1111-1111-1111-111111111111`],
  ['a group of nobody', 'POST', '/api/groups', { name: 'G1', members: [none] }],
  ['NUL in a group', 'POST', '/api/groups', { name: nul }],
  ['a user in no group', 'POST', '/api/users', { name: 'U', email: 'u1@nasza.example', groups: [none] }],
  ['NUL in a user', 'POST', '/api/users', { name: `U${nul}`, email: 'u2@nasza.example' }],
  ['NUL at the door', 'POST', '/api/session', { email: `a${nul}@b.pl`, password: 'x' }],
  ['half a letter at the door', 'POST', '/api/session', { email: half, password: half }],
])('answers %s with no failure of its own', async (_name, method, url, body) => {
  const reply = method === 'GET' ? await anna.get(url) : await anna.post(url, body)

  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(500)
})

it('refuses a group that is its own member', async () => {
  const group = await buildGroup(anna, [])

  expect((await anna.patch(`/api/groups/${group.id}`, { members: [group.id] })).status).toBeLessThan(500)
})

it('takes a blank title for none', async () => {
  const { body } = await anna.post('/api/activities', note)

  expect((await anna.patch(`/api/items/${body.id}`, { title: '   ' })).status).toBe(400)
})

const random = (seed: number, length: number) => {
  let state = seed
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return String.fromCodePoint(0x4e00 + (state % 20000))
  }).join('')
}
const letters = (n: number) => {
  let text = ''
  for (let rest = n + 1_000_000; rest > 0; rest = Math.floor(rest / 26)) text += String.fromCharCode(97 + (rest % 26))
  return text
}
const attachment = (name: string) => ({ name, type: 'application/pdf', content: '%PDF-1.4 ten sam\n%%EOF' })

it.each<[string, () => string | Uint8Array, string?]>([
  [
    'NUL everywhere',
    () => buildMail({ subject: `a${nul}b`, text: nul.repeat(1000), headers: [`X-A${nul}: b`, `From: ${nul}`] }),
  ],
  ['a subject of 1 MB', () => buildMail({ subject: 'ż😀'.repeat(250_000) })],
  [
    '100,000 recipients',
    () => buildMail({ to: Array.from({ length: 100_000 }, (_, n) => `a${n}@b${n}.pl`).join(', ') }),
  ],
  [
    '5,000 recipients of unlike domains',
    () => buildMail({ to: Array.from({ length: 5_000 }, (_, n) => `a${n}+x@b${n}.pl`).join(',\r\n ') }),
  ],
  [
    'headers called __proto__',
    () =>
      buildMail({
        headers: [
          '__proto__: {"a":1}',
          'constructor: x',
          'toString: y',
          'Content-Type: __proto__/constructor; __proto__=1',
        ],
      }),
  ],
  ['the year 0', () => buildMail().replace(/^Date: .*$/m, 'Date: Mon, 1 Jan 0000 00:00:00 +0000')],
  ['the year 275760', () => buildMail().replace(/^Date: .*$/m, 'Date: Sat, 13 Sep 275760 00:00:00 +0000')],
  ['a negative year', () => buildMail().replace(/^Date: .*$/m, 'Date: Mon, 1 Jan -2026 99:99:99 +9999')],
  ['a Received of the year 9999', () => `Received: from a by b; Mon, 1 Jan 9999 00:00:00 +0000\r\n${buildMail()}`],
  ['a Message-ID of 900 Chinese letters', () => buildMail({ messageId: `<${random(1, 880)}@x.pl>` })],
  [
    'a reference of 900 Chinese letters',
    () => buildMail({ references: [random(2, 900), random(3, 900)], inReplyTo: random(4, 900) }),
  ],
  [
    'the same content under many names',
    () =>
      buildMail({
        attachments: [
          'a.pdf',
          'a.pdf',
          'b.pdf',
          '',
          '../../etc/passwd',
          'A.PDF',
          '__proto__',
          'con',
          'żółć\u202Efdp.exe',
        ].map(attachment),
      }),
  ],
  [
    '100,000 long words',
    () => buildMail({ text: Array.from({ length: 100_000 }, (_, n) => `${letters(n)}${'x'.repeat(45)}`).join(' ') }),
  ],
  ['100,000 words of signs', () => buildMail({ text: "a.b@c/d-e'f\\g ".repeat(100_000) })],
  [
    'a name of 5,000 emoji',
    () => buildMail({ from: `=?utf-8?B?${Buffer.from(`a${'😀'.repeat(5000)}`).toString('base64')}?= <a@b.pl>` }),
  ],
  ['an emoji where the snippet is cut', () => buildMail({ text: `${'x'.repeat(239)}😀 koniec` })],
  ['a comment with NUL', () => buildMail(), `&comment=%00`],
  ['a comment of emoji', () => buildMail(), `&comment=${encodeURIComponent('😀'.repeat(500))}`],
  ['random bytes', () => new Uint8Array(20_000).map((_, index) => (index * 7919) % 256)],
])(
  'takes a mail with %s in, by hand and by itself',
  async (_name, mail, query = '') => {
    const source = mail()
    const alone = await anna.hand(source)
    const byHand = await anna.hand(source, `?contractorId=${contractor.id}${query}`)

    expect(alone.status, JSON.stringify(alone.body)).toBeLessThan(500)
    expect(byHand.status, JSON.stringify(byHand.body)).toBeLessThan(500)
    expect((await anna.get(`${timeline}?limit=200`)).status).toBe(200)
  },
  60_000,
)

it('finds each of many words', async () => {
  const words = Array.from({ length: 5_000 }, (_, n) => `${letters(n)}${random(9, 30)}`)
  const { body } = await anna.hand(buildMail({ text: words.join(' ') }), `?contractorId=${contractor.id}`)

  for (const word of [words[0], words[2_500], words[4_999]]) {
    const found = await anna.get(`/api/search?q=${encodeURIComponent(word ?? '')}`)
    expect(found.body.items, word).toMatchObject([{ id: body.items[0].id }])
  }
})

it('finds every word that the index can hold, and loses the others only', async () => {
  // 1.8 MB of words; a tsvector holds 1 MB, and array_to_tsvector does not say when it is passed, but finds none of them.
  const words = Array.from({ length: 19_000 }, (_, n) => `${letters(n + 100_000)}${random(9, 30)}`)
  const { status, body } = await anna.hand(buildMail({ text: words.join(' ') }), `?contractorId=${contractor.id}`)
  expect(status).toBe(200)

  for (const word of [words[0], words[4_000], words[8_000]]) {
    const found = await anna.get(`/api/search?q=${encodeURIComponent(word ?? '')}`)
    expect(found.body.items, word).toMatchObject([{ id: body.items[0].id }])
  }
})

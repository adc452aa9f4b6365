import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { picturesIn } from '../../../server/message/remote-pictures.ts'
import { fetchPicture, internet, type Outside } from '../../../server/outside/fetch-picture.ts'
import { isPublicAddress } from '../../../server/outside/public-address.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildUser } from '../../support/people.ts'

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100, 1)])
const asked: { path: string; headers: http.IncomingHttpHeaders }[] = []
const sender = http.createServer((request, reply) => {
  const path = request.url ?? ''
  asked.push({ path, headers: request.headers })
  const found = pages[path.split('?')[0] ?? '']
  if (!found) return void reply.writeHead(404).end()
  reply.writeHead(found.status ?? 200, { 'content-type': 'image/png', ...found.headers })
  if (found.endless) return void reply.write(png)
  reply.end(found.body ?? png)
})
const pages: Record<
  string,
  { status?: number; headers?: Record<string, string>; body?: Buffer | string; endless?: boolean }
> = {
  '/ok.png': {},
  '/drawing.png': { body: '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>' },
  '/page.html': { headers: { 'content-type': 'text/html' } },
  '/large.png': { body: Buffer.concat([png, Buffer.alloc(5_000_001)]) },
  '/said-large.png': { headers: { 'content-length': '99999999' }, endless: true },
  '/packed.png': { headers: { 'content-encoding': 'gzip' } },
  '/moved.png': { status: 302, headers: { location: '/ok.png' } },
  '/round.png': { status: 302, headers: { location: '/round.png' } },
  '/inside.png': { status: 302, headers: { location: 'http://inside.example/ok.png' } },
  '/literal.png': { status: 302, headers: { location: 'http://169.254.169.254/latest' } },
  '/file.png': { status: 302, headers: { location: 'file:///etc/passwd' } },
}

let port = 0
/** A network in which one name leads to the sender, on this machine, and the other to our own. */
const network: Outside = {
  resolve: async host =>
    host === 'obraz.example' ? ['127.0.0.1'] : host === 'two.example' ? ['127.0.0.1', '10.0.0.1'] : ['10.0.0.1'],
  mayReach: address => address === '127.0.0.1',
  mayUsePort: found => found === String(port),
}
const test = await openTestHouse({ outside: network })
const anna = await buildUser(test)
const bartek = await buildUser(test)

beforeAll(async () => {
  await new Promise<void>(done => sender.listen(0, '127.0.0.1', done))
  port = (sender.address() as AddressInfo).port
})
afterAll(() => {
  sender.closeAllConnections()
  sender.close()
})

const on = (path: string, host = 'obraz.example') => `http://${host}:${port}${path}`
async function mailWith(html: string, audience?: object) {
  const { id } = await buildContractor(anna, audience ? { audience } : {})
  const { body } = await anna.hand(buildMail({ html }), `?contractorId=${id}`)
  return body.items[0].id as string
}
const ask = (itemId: string, url: string, actor = anna) =>
  actor.get(`/api/items/${itemId}/pictures?url=${encodeURIComponent(url)}`)

it('fetches a picture that the mail names, and takes nothing of the reader along', async () => {
  const itemId = await mailWith(`<p>Witam</p><img alt=x src="${on('/ok.png')}?a=1&amp;b=2">`)
  asked.length = 0

  expect((await ask(itemId, `${on('/ok.png')}?a=1&b=2`)).status).toBe(200)

  expect(asked.map(one => one.path)).toEqual(['/ok.png?a=1&b=2'])
  for (const name of ['cookie', 'referer', 'authorization', 'x-forwarded-for', 'origin'])
    expect(asked[0]?.headers).not.toHaveProperty(name)
})

it('fetches nothing that the mail does not name, and nothing for who may not see it', async () => {
  const itemId = await mailWith(`<img src="${on('/ok.png')}">`, { users: [] })
  asked.length = 0

  expect((await ask(itemId, on('/moved.png'))).status).toBe(404)
  expect((await ask(itemId, on('/ok.png'), bartek)).status).toBe(404)

  expect(asked).toEqual([])
})

it('fetches nothing where the company has switched it off, and says so beside the mail', async () => {
  const itemId = await mailWith(`<img src="${on('/ok.png')}">`)
  const isOffered = async () => (await anna.get(`/api/items/${itemId}/message`)).body.mayLoadPictures
  expect(await isOffered()).toBe(true)
  await anna.patch('/api/settings/access', { remotePictures: false })
  asked.length = 0

  expect((await ask(itemId, on('/ok.png'))).status).toBe(403)
  expect(await isOffered()).toBe(false)
  expect(asked).toEqual([])
  await anna.patch('/api/settings/access', { remotePictures: true })
})

it.each(Object.keys(pages).filter(path => !['/ok.png', '/moved.png'].includes(path)))(
  'shows nothing of %s',
  async path => {
    const itemId = await mailWith(`<img src="${on(path)}">`)

    const { status, body } = await ask(itemId, on(path))

    expect([status, body.code]).toEqual([422, 'not-processable'])
  },
)

it.each([
  ['a redirect within the internet', () => on('/moved.png'), true],
  ['a name that leads to our own network', () => on('/ok.png', 'inside.example'), false],
  ['a name that leads there too', () => on('/ok.png', 'two.example'), false],
  ['another port', () => 'http://obraz.example:1/ok.png', false],
  ['a name and password', () => `http://a:b@obraz.example:${port}/ok.png`, false],
  ['another scheme', () => `ftp://obraz.example:${port}/ok.png`, false],
])('meets %s', async (_what, url, isFetched) => {
  const fetched = await fetchPicture(url(), network).then(
    () => true,
    () => false,
  )

  expect(fetched).toBe(isFetched)
})

it('asks the name once and connects to what was judged, whatever it answers the next time', async () => {
  let times = 0
  const turning: Outside = {
    ...network,
    resolve: async () => {
      times += 1
      return times === 1 ? ['127.0.0.1'] : ['10.0.0.1']
    },
  }

  await fetchPicture(on('/ok.png', 'rebinding.example'), turning)

  expect(times).toBe(1)
})

it.each([
  'http://127.0.0.1/a.png',
  'http://2130706433/a.png',
  'http://0177.0.0.1/a.png',
  'http://0x7f.1/a.png',
  'http://127.1/a.png',
  'http://0/a.png',
  'http://[::1]/a.png',
  'http://[::]/a.png',
  'http://[::ffff:127.0.0.1]/a.png',
  'http://[::ffff:7f00:1]/a.png',
  'http://[64:ff9b::7f00:1]/a.png',
  'http://[2002:7f00:1::]/a.png',
  'http://[fe80::1]/a.png',
  'http://[fd00::1]/a.png',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://10.1.2.3/a.png',
  'http://172.16.0.1/a.png',
  'http://192.168.1.1/a.png',
  'http://100.64.0.1/a.png',
  'http://255.255.255.255/a.png',
  'http://localhost/a.png',
  'https://127.0.0.1:443/a.png',
  'http://127.0.0.1:22/a.png',
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'data:image/png;base64,AA==',
])('never asks %s', async url => {
  await expect(fetchPicture(url, internet)).rejects.toThrow(/no picture/)
})

it.each([
  ['8.8.8.8', true],
  ['172.32.0.1', true],
  ['2a00:1450:4001:800::200e', true],
  ['2001:db8::1', false],
  ['2001::1', false],
  ['::ffff:8.8.8.8', false],
  ['192.0.2.7', false],
  ['nonsense', false],
])('knows whether %s lies on the internet: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})

it('finds the pictures of a mail as a browser reads them', () => {
  const html = `<!-- <img src="http://a.example/no"> --><IMG SRC='http://b.example/1'><img alt="<img src=http://c.example/no>" src=//d.example/2>
    <img src="cid:x"><img src="data:image/png;base64,AA"><p src="http://e.example/no"><img data-src="http://f.example/no" src=" https://g.example/a&#38;b ">`

  expect([...picturesIn(html)]).toEqual(['http://b.example/1', '//d.example/2', 'https://g.example/a&b'])
})

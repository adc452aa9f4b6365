import { describe, expect, it } from 'vitest'
import { routes } from '../../../shared/routes.ts'
import { openTestHouse } from '../../support/house.ts'
import { deletedOfEach, hirePeople, oneOfEach } from './fixtures.ts'
import { type IdName, type Ids, idsNamedBy, samples } from './samples.ts'
import { dump, send, type Watched } from './watch.ts'

const test = await openTestHouse({ publicUrl: 'https://lupa.nasza.example' })
const people = await hirePeople(test)
const { admin, member, owner } = people
const hidden = await oneOfEach(test, people, owner)
const deleted = await deletedOfEach(test, people)
/** What those own who ask; refusals leave it as it is, or the comparison after each would fail. */
const ownOf = new Map([
  [member, await oneOfEach(test, people, member)],
  [admin, await oneOfEach(test, people, admin)],
])

const nameOf = (route: { method: string; url: string }) => `${route.method} ${route.url}`

/** What everybody may know of, or administrators only: there is nothing to hide of it from those who may ask. */
const known: IdName[] = [
  'user',
  'leaver',
  'colleague',
  'group',
  'idleGroup',
  'tenant',
  'job',
  'provider',
  'request',
  'webhook',
  'hold',
  'personExport',
  'personHold',
  'erasure',
]
/** Administrators keep these of others: their health, not their content; an opening is an administrator's own. */
const keptByAdministrators: IdName[] = ['mailbox', 'opening']
/** Of others too where it is an administrator who asks: which program acts in whose name, and an end to it. */
const knownToAdministrators: IdName[] = ['token']
/** Whose success needs a password, a code or a provider; what is behind them is tested in tests/server/identity. */
const behindAnotherDoor = [
  'POST /api/me/password',
  'POST /api/me/second-factor/confirm',
  'POST /api/me/second-factor/remove',
  'POST /api/me/identities',
  'POST /api/sign-in-providers',
  'POST /api/microsoft/messages',
  // Closed for ever where somebody works already; tests/server/first-run.
  'POST /api/set-up/look',
  'POST /api/set-up',
  // Of a mail that names the picture; tests/server/message/remote-pictures.test.ts.
  'GET /api/items/:itemId/pictures',
  // Of files that Outlook wrote; tests/server/message/item-message.test.ts and hand-in.test.ts.
  'POST /api/messages/mail',
  'GET /api/items/:itemId/attachments/:position/mail',
  'GET /api/documents/:documentId/mail',
  // Of another administrator; his own he takes off with a code.
  'DELETE /api/accounts/:userId/second-factor',
]
/** Ends no sooner than its reader; tests/server/live. */
const endless = ['GET /api/events']

const absent = (name: IdName) => (name === 'job' ? '999999' : crypto.randomUUID())
const malformed = ['nie-id', '', `${crypto.randomUUID().toUpperCase()}`, "x' or '1'='1", '../../me']

it('has a sample of every route of the contract, and of no other', () => {
  expect(new Set(Object.keys(samples))).toEqual(new Set(routes.map(nameOf)))
})

describe.each(routes.filter(route => !endless.includes(nameOf(route))))('$method $url', route => {
  const sample = samples[nameOf(route)]
  if (!sample) return
  const asker = sample(hidden).as === 'administrator' ? admin : member
  const ask = (ids: Ids, actor = asker) => send(test, route, sample(ids), actor)

  it.each(idsNamedBy(sample))('treats a hidden, a deleted and an absent %s alike, and changes nothing', async name => {
    const own = ownOf.get(asker) as Ids
    const before = await dump(test)
    const isKnown = known.includes(name) || (asker === admin && knownToAdministrators.includes(name))
    const others = isKnown ? [deleted[name]] : [deleted[name], hidden[name]]

    const ofAbsent = await ask({ ...own, [name]: absent(name) })
    expect(ofAbsent.status).toBeLessThan(500)
    if (ofAbsent.status >= 300) expect(ofAbsent.body, 'a refusal').toMatch(/"code":"(not-found|invalid|not-allowed)"/)
    for (const id of others) {
      const found = await ask({ ...own, [name]: id })
      expect(alike(found, id)).toEqual(alike(ofAbsent, null))
    }
    // The administrator is nobody special where content is.
    if (asker === member && !known.includes(name) && !keptByAdministrators.includes(name)) {
      const found = await ask({ ...(ownOf.get(admin) as Ids), [name]: hidden[name] }, admin)
      expect(alike(found, hidden[name]).status).toBe(ofAbsent.status)
    }
    expect(await dump(test)).toEqual(before)
  })

  it.each(idsNamedBy(sample))('refuses a malformed %s before it asks the database', async name => {
    const own = ownOf.get(asker) as Ids
    const before = await dump(test)
    for (const text of malformed) {
      const found = await ask({ ...own, [name]: text })
      expect([400, 404], `${text}: ${found.body}`).toContain(found.status)
      expect(found.statements, text).toEqual([])
    }
    expect(await dump(test)).toEqual(before)
  })

  it('works for who may, and refuses others without a change', async () => {
    const own = await oneOfEach(test, people, asker)
    if (asker === admin) await putFactor(admin.id)
    const before = await dump(test)

    if (!route.open) expect((await ask(own, null as never)).status).toBe(401)
    if (asker === admin) expect((await ask(own, member)).status).toBe(403)
    expect(await dump(test)).toEqual(before)

    const found = await ask(own)
    // Who is not known at the door is refused; what is behind it is tested in tests/server/identity.
    if (!route.url.startsWith('/api/session') && !behindAnotherDoor.includes(nameOf(route)))
      expect(found.status, found.body).toBeLessThan(300)
    await goOn()
  })
})

/** An answer without the id that was asked about, which the one who asks knows. */
function alike({ status, type, body, statements }: Watched, id: string | null) {
  const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
  expect(id === null || status < 300 || !body.includes(id), 'a refusal that names what is hidden').toBe(true)
  return { status, type, body: body.replace(uuid, '#'), statements }
}

/** Only an administrator takes a second factor off; its owner would begin none while he has one. */
async function putFactor(userId: string) {
  await test.asSuper.query(
    `insert into second_factor (user_id, secret, confirmed_at) values ($1, '', now()) on conflict do nothing`,
    [userId],
  )
}

/** What ended sessions has worked; whoever asks next is signed in again. */
async function goOn() {
  await test.asSuper.query(`update sign_in set ended_at = null where device = 'test' and ended_at is not null`)
  await test.asSuper.query('delete from second_factor')
}

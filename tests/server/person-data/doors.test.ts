import { expect, it } from 'vitest'
import { readable } from '../../../server/filing/receive-message.ts'
import { importOne } from '../../../server/import/import-mail.ts'
import { storeCopy } from '../../../server/journal/store-copy.ts'
import type { Door } from '../../../server/mailbox/door.ts'
import { takeSource } from '../../../server/mailbox/take-message.ts'
import { erasePerson } from '../../../server/person-data/erase-person.ts'
import { hashOf } from '../../../server/storage/blob-store.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const ola = 'ola@stara-skrzynka.example'
const old = Buffer.from(buildMail({ from: ola }))
const quoting = Buffer.from(
  buildMail({
    from: admin.email,
    to: 'biuro@nasza.example',
    text: `---------- Forwarded message ---------\r\nFrom: Ola <${ola}>\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nSubject: x\r\nTo: ${admin.email}\r\n\r\nTreść`,
  }),
)
const body = { address: ola, confirmation: ola, reason: 'Wniosek z 2 marca', duties: [], others: 'keep' }
const { body: asked } = await admin.post('/api/erasures', body)
await erasePerson(test, asked.id)
const stored = async () => Number((await test.asSuper.query('select count(*) from message')).rows[0].count)

it.each([
  ['her mail', old],
  ['a mail that quotes her', quoting],
])(
  'passes over %s from before she was erased, at the doors of mailboxes, copies and imports',
  async (_name, source) => {
    const before = await stored()
    const door = {
      house: test.house,
      ownerId: admin.id,
      inTurn: (act: () => Promise<unknown>) => act(),
      log: { warn: () => expect.unreachable('nothing is wrong with the mailbox') },
    } as unknown as Door
    const sourceHash = await test.house.blobs.put(source)
    const arrival = { door: 'journal', sourceHash, sourceSize: source.byteLength } as const

    expect(await takeSource(door, source, { door: 'imap' })).toBeNull()
    await storeCopy(test.house, admin.id, { arrival, parsed: await readable(source) }, {})
    expect(
      await importOne(test.house, admin.id, { where: 'stare.mbox', bytes: source.byteLength, source }),
    ).toMatchObject({ result: 'refused', reason: 'person-erased' })
    expect(await stored()).toBe(before)
    const { rows } = await test.asSuper.query('select 1 from blob where hash = $1', [hashOf(source)])
    expect(rows).toEqual([])
  },
)

import { expect, it } from 'vitest'
import { rewriteAddress } from '../../../addin/app/visit.ts'
import { ItemTeaching } from '../../../addin/file/item-teaching.tsx'
import type { Item } from '../../../shared/item.ts'
import { reply } from '../../support/fake-host.ts'
import { sent, showPage } from '../admin/show-page.tsx'
import { byRole } from '../by-role.ts'
import { eventually, press } from '../pane/show-pane.ts'

const meblex = { contractorId: 'meblex', contractorName: 'Meblex' }
const item = {
  ...{ id: 'item', kind: 'mail-in', ...meblex, cases: [], teachableSender: 'anna@meblex.example' },
  filings: [{ itemId: 'item', ...meblex, caseId: null, method: 'domain' }],
} as unknown as Item

it('offers the earlier mail of a sender on the page of the mail by which *always* was taught', async () => {
  rewriteAddress('#/items/item')
  let learnt = 0
  const onTaught = () => {
    learnt += 1
  }
  const host = showPage(() => <ItemTeaching item={item} onTaught={onTaught} onGone={() => undefined} />, {
    'POST /api/items/item/teach': reply(204),
    'GET /api/contractors/meblex/sweep': { mails: 3, mailboxes: 1, filed: 1, confidential: 0, waiting: 2 },
    'POST /api/contractors/meblex/sweep': { looked: 2, filed: 2, next: null },
  })

  await press(document.body, 'Zawsze:')
  await press(document.body, 'Zamknij')
  await press(document.body, 'Przypisz 2')

  const offer = () => byRole(document.body, 'region', 'Dawniejsza poczta')
  await eventually(() => expect(offer().textContent).toMatch(/Przypisano: 2.maile/))
  expect(sent(host, 'POST', '/api/items/item/teach')).toEqual([{ verdict: 'always', earlierMail: 'ask' }])
  expect(learnt).toBe(1)
})

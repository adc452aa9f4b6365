import { expect, it } from 'vitest'
import { routes } from '../../../shared/routes.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildCase, buildNote } from '../../support/people.ts'
import { hirePeople, oneOfEach } from './fixtures.ts'
import { idsNamedBy, samples } from './samples.ts'
import { dump, send } from './watch.ts'

const test = await openTestHouse({ publicUrl: 'https://lupa.nasza.example' })
const people = await hirePeople(test)
const { member, owner } = people
const own = await oneOfEach(test, people, member)
const half = await oneOfEach(test, people, owner)
const open = await buildCase(owner, half.contractor, { audience: { users: [member.id] } })
await buildNote(owner, half.contractor, { title: 'jawna', caseId: open.id })
await buildNote(owner, half.contractor, { title: 'głęboko ukryta' })
const closed = await buildCase(owner, half.contractor, { title: 'głęboko schowana' })

/** A file that is seen through one case of it: its name, that case, and nothing that lies elsewhere in it. */
const seen = { ...own, contractor: half.contractor, unused: half.contractor, caseFile: open.id }

/** What every route that names a contractor answers to somebody who sees only a case of his. A new one needs a line. */
const answers: Record<string, number> = {
  'GET /api/contractors/:contractorId': 200,
  'PATCH /api/contractors/:contractorId': 403,
  'DELETE /api/contractors/:contractorId': 403,
  'POST /api/contractors/:contractorId/addresses': 403,
  'POST /api/contractors/:contractorId/people': 403,
  'PATCH /api/contractors/:contractorId/people/:personId': 403,
  'DELETE /api/contractors/:contractorId/people/:personId': 403,
  'POST /api/contractors/:contractorId/cases': 403,
  'GET /api/contractors/:contractorId/cases': 200,
  'GET /api/contractors/:contractorId/timeline': 200,
  'GET /api/contractors/:contractorId/related': 200,
  'PUT /api/contractors/:contractorId/related/:relatedId': 403,
  'DELETE /api/contractors/:contractorId/related/:relatedId': 404,
  'GET /api/contractors/:contractorId/seers': 200,
  'GET /api/contractors/:contractorId/never-senders': 200,
  'DELETE /api/contractors/:contractorId/never-senders': 404,
  'GET /api/contractors/:contractorId/sweep': 200,
  'POST /api/contractors/:contractorId/sweep': 200,
  'DELETE /api/contractors/:contractorId/sweep': 204,
  'PUT /api/contractors/:contractorId/follow': 204,
  'PUT /api/contractors/:contractorId/pin': 204,
  'GET /api/contractors/:contractorId/heads': 200,
  'POST /api/contractors/:contractorId/look': 200,
  'POST /api/legal-holds': 403,
  'GET /api/contractors/:contractorId/merge': 200,
  'POST /api/contractors/:contractorId/merge': 403,
  'PUT /api/cases/:caseId/parties/:contractorId': 404,
  'GET /api/tasks': 200,
  'GET /api/search': 200,
  'GET /api/search/counts': 200,
  'PATCH /api/items/:itemId': 200,
  'POST /api/items/:itemId/seers': 200,
  'POST /api/contractors/:contractorId/documents': 201,
  'POST /api/downloads': 201,
  'GET /api/contractors/:contractorId/export': 200,
  'GET /api/contractors/:contractorId/timeline.csv': 200,
  'GET /api/search.csv': 200,
  'GET /api/tasks.csv': 200,
  'GET /api/contractors/:contractorId/people.csv': 200,
  'POST /api/activities': 404,
  'POST /api/messages': 200,
  'POST /api/messages/attachments': 200,
  'POST /api/triage/file': 200,
  'POST /api/lookup': 200,
  'POST /api/lookup/choice': 204,
  'POST /api/rules': 201,
  'PATCH /api/rules/:ruleId': 200,
  'POST /api/rules/test': 200,
}

const naming = routes.filter(({ method, url }) => {
  const sample = samples[`${method} ${url}`]
  return sample && idsNamedBy(sample).some(id => id === 'contractor' || id === 'unused')
})

it('knows every route that names a contractor, and no other', () => {
  expect(Object.keys(answers).toSorted()).toEqual(naming.map(({ method, url }) => `${method} ${url}`).toSorted())
})

it.each(naming)('$method $url shows the case to who sees only that, and nothing else of the file', async route => {
  const name = `${route.method} ${route.url}`
  const before = await dump(test)

  const found = await send(test, route, samples[name]?.(seen) ?? {}, member)

  expect(found.status, found.body).toBe(answers[name])
  expect(found.body).not.toContain('głęboko')
  expect(found.body).not.toContain(closed.reference)
  if (found.status >= 300) expect(await dump(test)).toEqual(before)
})

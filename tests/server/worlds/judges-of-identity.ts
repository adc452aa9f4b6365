import { leftBehind } from './leaving.ts'
import { type Held, judged, playedBy, tellsNothing } from './reading.ts'
import { namesIn } from './shown.ts'

const ofIdentity = 'lets people in, and shows none of the files; tests/server/identity'

/** Routes that let people in, and the people themselves; part of `held`. */
export const identityHeld: Record<string, Held> = {
  'GET /health': tellsNothing('nobody is asking'),
  'GET /ready': tellsNothing('nobody is asking'),
  'GET /metrics': tellsNothing('nobody is asking; tests/server/metrics'),
  'POST /api/session': tellsNothing('nobody is asking; tests/server/identity'),
  'POST /api/session/refresh': tellsNothing('nobody is asking; tests/server/identity'),
  'POST /api/session/password-link': tellsNothing('nobody is asking; tests/server/identity'),
  'GET /api/session/forgotten-password': tellsNothing('nobody is asking; the same for everybody'),
  'POST /api/session/forgotten-password': tellsNothing(
    'nobody is asking; tests/server/outgoing/forgotten-password.test.ts asks for known and unknown',
  ),
  'DELETE /api/session': tellsNothing('answers nothing'),
  'POST /api/session/second-factor': tellsNothing(ofIdentity),
  'GET /api/session/providers': tellsNothing(ofIdentity),
  'POST /api/session/provider': tellsNothing(ofIdentity),
  'POST /api/session/handover': tellsNothing(ofIdentity),
  'POST /api/session/redeem': tellsNothing(ofIdentity),
  'GET /api/session/nested': tellsNothing(ofIdentity),
  'POST /api/session/nested': tellsNothing(ofIdentity),
  'PATCH /api/me': tellsNothing(ofIdentity),
  'POST /api/me/password': tellsNothing(ofIdentity),
  'GET /api/me/sessions': tellsNothing(ofIdentity),
  'DELETE /api/me/sessions': tellsNothing(ofIdentity),
  'DELETE /api/me/sessions/:sessionId': tellsNothing(ofIdentity),
  'GET /api/me/second-factor': tellsNothing(ofIdentity),
  'POST /api/me/second-factor': tellsNothing(ofIdentity),
  'POST /api/me/second-factor/confirm': tellsNothing(ofIdentity),
  'POST /api/me/second-factor/remove': tellsNothing(ofIdentity),
  'GET /api/me/tokens': tellsNothing(ofIdentity),
  'POST /api/me/tokens': tellsNothing(ofIdentity),
  'DELETE /api/me/tokens/:tokenId': tellsNothing(ofIdentity),
  'GET /api/access-tokens': tellsNothing(ofIdentity),
  'DELETE /api/access-tokens/:tokenId': tellsNothing(ofIdentity),
  'GET /api/me/identities': tellsNothing(ofIdentity),
  'POST /api/me/identities': tellsNothing(ofIdentity),
  'DELETE /api/me/identities/:identityId': tellsNothing(ofIdentity),
  'GET /api/accounts': tellsNothing(ofIdentity),
  'PATCH /api/accounts/:userId': tellsNothing(ofIdentity),
  'POST /api/accounts/:userId/password-link': tellsNothing(ofIdentity),
  'DELETE /api/accounts/:userId/password-link': tellsNothing(ofIdentity),
  'DELETE /api/accounts/:userId/sessions': tellsNothing(ofIdentity),
  'DELETE /api/accounts/:userId/second-factor': tellsNothing(ofIdentity),
  'GET /api/accounts/:userId/hand-over': judged(async ({ get, same, rules, company }) => {
    for (const person of company.people) {
      const { status, body } = await get(`/api/accounts/${person.id}/hand-over`)
      same(status, !rules.isAdmin ? 403 : person.isDisabled ? 200 : 409, 'who asks what somebody left')
      if (status !== 200) continue
      const { contractors, cases, items } = leftBehind(company, person)
      same([body.contractors, body.cases, body.items], [contractors.length, cases.length, items.length], 'left behind')
    }
  }),
  'POST /api/accounts/:userId/hand-over': playedBy('giveAway'),
  'GET /api/settings/second-factor': tellsNothing(ofIdentity),
  'PATCH /api/settings/second-factor': tellsNothing(ofIdentity),
  'GET /api/sign-in-providers': tellsNothing(ofIdentity),
  'POST /api/sign-in-providers': tellsNothing(ofIdentity),
  'PATCH /api/sign-in-providers/:providerId': tellsNothing(ofIdentity),
  'DELETE /api/sign-in-providers/:providerId': tellsNothing(ofIdentity),
  'GET /api/identity-requests': tellsNothing(ofIdentity),
  'POST /api/identity-requests/:requestId/link': tellsNothing(ofIdentity),
  'DELETE /api/identity-requests/:requestId': tellsNothing(ofIdentity),
  'GET /api/me': judged(async ({ get, same, rules }) =>
    same((await get('/api/me')).body.id, rules.isOut ? undefined : rules.user, 'me'),
  ),
  'GET /api/users': judged(async ({ get, same, company }) => {
    const names = company.people.filter(person => !person.isDisabled).map(person => person.name)
    same(namesIn(await get('/api/users')), names.toSorted(), 'colleagues')
    const everybody = company.people.map(person => person.name)
    same(namesIn(await get('/api/users?former=true')), everybody.toSorted(), 'colleagues, also former ones')
  }),
  'GET /api/groups': judged(async ({ get, same, company }) =>
    same(namesIn(await get('/api/groups')), company.groups.map(group => group.name).toSorted(), 'groups'),
  ),
  'POST /api/users': tellsNothing('people are hired before the first world'),
  'POST /api/groups': tellsNothing('groups are made before the first world'),
  'PATCH /api/groups/:groupId': playedBy('changeGroup'),
  'DELETE /api/groups/:groupId': tellsNothing('what lets nobody in shows nobody anything when it goes'),
}

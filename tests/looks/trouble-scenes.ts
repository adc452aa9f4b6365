import { EVERYTHING, type Scene } from './scene.ts'

/** Pages of administration, by the names under which they are visited. */
export const adminPages = [
  'mailboxes',
  'rules',
  'left out',
  'copy addresses',
  'account',
  'access',
  'users',
  'groups',
  'ways',
  'filing',
  'microsoft',
  'jobs',
  'audit',
  'start',
  'roll-out',
  'outgoing mail',
  'webhooks',
  'document types',
  'import',
  'duplicates',
  'system',
  'retention',
  'person data',
  'templates',
]

/** Pages of everybody's day, likewise. */
const dayPages = [
  'home',
  'contractors',
  'file',
  'case',
  'mail',
  'search found',
  'tasks',
  'notifications',
  'triage',
  'held',
]

/** Each page of administration and of the day when the server fails, cannot be reached, does not answer, has nothing, or lets one not in. */
export const troubleScenes: Record<string, Scene> = Object.fromEntries(
  [...adminPages, ...dayPages].flatMap(page => [
    [`${page} failing`, { page, answers: { [`GET ${EVERYTHING}`]: 500 } }],
    [`${page} lost`, { page, answers: { [`GET ${EVERYTHING}`]: 'lost' as const } }],
    [`${page} loading`, { page, answers: { [`GET ${EVERYTHING}`]: 'never' as const } }],
    [`${page} empty`, { page, answers: { [`GET ${EVERYTHING}`]: emptied } }],
    [`${page} forbidden`, { page, answers: { 'POST /api/session/refresh': ofMember, 'GET /api/me': asMember } }],
  ]),
)

function emptied<Body extends object>(body: Body): object {
  return 'items' in body ? { ...body, items: [], next: null, ...('counts' in body && { counts: [] }) } : body
}

function asMember<Body extends object>(body: Body): object {
  return { ...body, isAdmin: false }
}

/** A page learns first who is in front of it when it goes on with a session. */
function ofMember({ user, ...session }: { user: object }): object {
  return { ...session, user: asMember(user) }
}

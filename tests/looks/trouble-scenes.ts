import { EVERYTHING, PARTS, type Scene } from './scene.ts'

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

/** Pages about one contractor, case or item, which may be there while what stands beside it is not. */
const objectPages = [
  'file',
  'file documents',
  'file activities',
  'file cases',
  'file people',
  'file access',
  'case',
  'case news',
  'case documents',
  'case tasks',
  'case parties',
  'case access',
  'mail',
  'invoice',
  'document',
  'call',
  'meeting',
  'task',
]

/** Each page of administration and of the day when the server fails, cannot be reached, does not answer, has nothing, or lets one not in. */
const wholePages: Record<string, Scene> = Object.fromEntries(
  [...adminPages, ...dayPages].flatMap(page => [
    [`${page} failing`, { page, answers: { [`GET ${EVERYTHING}`]: 500 } }],
    [`${page} lost`, { page, answers: { [`GET ${EVERYTHING}`]: 'lost' as const } }],
    [`${page} loading`, { page, answers: { [`GET ${EVERYTHING}`]: 'never' as const } }],
    [`${page} empty`, { page, answers: { [`GET ${EVERYTHING}`]: emptied } }],
    [`${page} forbidden`, { page, answers: { 'POST /api/session/refresh': ofMember, 'GET /api/me': asMember } }],
  ]),
)

/** Each page about one thing when only what stands beside it fails, does not answer or is nothing, and when the thing is not there for the reader. */
const partsOfPages: Record<string, Scene> = Object.fromEntries(
  objectPages.flatMap(page => [
    [`${page} parts failing`, { page, answers: { [`GET ${PARTS}`]: 500 } }],
    [`${page} parts loading`, { page, answers: { [`GET ${PARTS}`]: 'never' as const } }],
    [`${page} parts empty`, { page, answers: { [`GET ${PARTS}`]: emptied } }],
    [`${page} hidden`, { page, answers: { [`GET ${EVERYTHING}`]: 404 } }],
  ]),
)

export const troubleScenes: Record<string, Scene> = { ...wholePages, ...partsOfPages }

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

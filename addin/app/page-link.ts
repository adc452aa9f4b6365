import { type ListFilter, noFilter, readFilter, writeFilter } from './list-filter.ts'
import { readSearch, type SearchAddress, searchLink } from './search-address.ts'

/** The tabs of a contractor's file. */
export const contractorTabs = ['timeline', 'documents', 'activities', 'cases', 'people', 'access'] as const
export type ContractorTab = (typeof contractorTabs)[number]

/** The tabs of a case. */
export const caseTabs = ['timeline', 'documents', 'tasks', 'parties', 'access'] as const
export type CaseTab = (typeof caseTabs)[number]

/** Every page of the web application, with what its address says. */
export type Page =
  | { name: 'contractors'; q: string }
  | { name: 'contractor'; contractorId: string; tab: ContractorTab; filter: ListFilter }
  | { name: 'case'; caseId: string; tab: CaseTab; filter: ListFilter }
  | { name: 'item'; itemId: string }
  | { name: 'tasks'; of: 'mine' | 'given'; q: string }
  | SearchAddress
  | { name: PlainPage }
  | { name: 'password'; token: string; isOwn: boolean }
  | { name: 'set-up'; token: string }
  | { name: 'arrive'; code: string }
  | { name: 'connect'; challenge: string }
  | { name: 'unknown' }

/** What a page's component is given: its own address. */
export interface PageProps<Name extends Page['name']> {
  page: Name extends PlainPage ? { name: Name } : Extract<Page, { name: Name }>
}

type PlainPage =
  | 'dashboard'
  | 'triage'
  | 'pane'
  | 'rules'
  | 'users'
  | 'groups'
  | 'mailboxes'
  | 'jobs'
  | 'block-list'
  | 'journal'
  | 'held'
  | 'filing-settings'
  | 'microsoft'
  | 'account'
  | 'ways'
  | 'notifications'
  | 'access'
  | 'audit'
  | 'start'
  | 'roll-out'
  | 'outgoing'
  | 'webhooks'
  | 'document-types'
  | 'contractor-import'
  | 'duplicates'
  | 'system'
  | 'retention'
  | 'person-data'
  | 'templates'

const plainPaths: Record<PlainPage, string> = {
  dashboard: '/',
  triage: '/triage',
  pane: '/pane',
  rules: '/rules',
  users: '/admin/users',
  groups: '/admin/groups',
  mailboxes: '/mailboxes',
  jobs: '/admin/jobs',
  'block-list': '/left-out',
  journal: '/copy-addresses',
  held: '/held',
  'filing-settings': '/admin/filing',
  microsoft: '/admin/microsoft',
  account: '/account',
  ways: '/admin/sign-in',
  notifications: '/notifications',
  access: '/access',
  audit: '/admin/audit',
  start: '/start',
  'roll-out': '/admin/roll-out',
  outgoing: '/admin/outgoing-mail',
  webhooks: '/admin/webhooks',
  'document-types': '/admin/document-types',
  'contractor-import': '/admin/import',
  duplicates: '/admin/duplicates',
  system: '/admin/system',
  retention: '/admin/retention',
  'person-data': '/admin/person-data',
  templates: '/templates',
}

const uuid = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'
const contractorPath = new RegExp(`^/contractors/${uuid}$`, 'i')
const casePath = new RegExp(`^/cases/${uuid}$`, 'i')
const itemPath = new RegExp(`^/items/${uuid}$`, 'i')
const passwordPath = /^\/(password|new-password)\/([\w-]{1,200})$/
const setUpPath = /^\/set-up\/([\w-]{1,200})$/
const arrivePath = /^\/arrive\/([\w-]{1,200})$/
const connectPath = /^\/connect\/thunderbird\/([\w-]{43})$/

/** Reads the part of an address after `#`; whatever is no page of ours becomes `unknown`. */
export function readPage(hash: string): Page {
  const [written = '', search = ''] = hash.replace(/^#/, '').split('?', 2)
  const path = `/${written.replace(/^\/+|\/+$/g, '')}`
  const words = new URLSearchParams(search)
  for (const [name, plain] of Object.entries(plainPaths)) if (path === plain) return { name: name as PlainPage }
  return readPathWithWords(path, words) ?? readPathWithId(path, words) ?? readDoor(path) ?? { name: 'unknown' }
}

/** The pages before the door, which carry what somebody comes in by. */
function readDoor(path: string): Page | null {
  const [, way, token] = passwordPath.exec(path) ?? []
  if (token) return { name: 'password', token, isOwn: way === 'new-password' }
  const setUp = setUpPath.exec(path)?.[1]
  if (setUp) return { name: 'set-up', token: setUp }
  const code = arrivePath.exec(path)?.[1]
  if (code) return { name: 'arrive', code }
  const challenge = connectPath.exec(path)?.[1]
  return challenge ? { name: 'connect', challenge } : null
}

function readPathWithWords(path: string, words: URLSearchParams): Page | null {
  const q = words.get('q') ?? ''
  if (path === '/contractors') return { name: 'contractors', q }
  if (path === '/tasks') return { name: 'tasks', of: words.get('of') === 'given' ? 'given' : 'mine', q }
  return path === '/search' ? readSearch(words) : null
}

function readPathWithId(path: string, words: URLSearchParams): Page | null {
  const filter = readFilter(words)
  const contractorId = contractorPath.exec(path)?.[1]
  if (contractorId) return { name: 'contractor', contractorId, tab: tabIn(contractorTabs, words), filter }
  const caseId = casePath.exec(path)?.[1]
  if (caseId) return { name: 'case', caseId, tab: tabIn(caseTabs, words), filter }
  const itemId = itemPath.exec(path)?.[1]
  return itemId ? { name: 'item', itemId } : null
}

/** The tab that an address names; the timeline, which comes first, needs no name. */
function tabIn<Tab extends string>(tabs: readonly ['timeline', ...Tab[]], words: URLSearchParams): Tab | 'timeline' {
  return tabs.find(tab => tab === words.get('tab')) ?? 'timeline'
}

/** The address of a page, as a link in our own pages writes it. */
export function linkTo(page: Exclude<Page, { name: 'unknown' }>): string {
  switch (page.name) {
    case 'contractors':
      return withWords('#/contractors', [['q', page.q]])
    case 'contractor':
      return withWords(`#/contractors/${page.contractorId}`, tabOf(page))
    case 'case':
      return withWords(`#/cases/${page.caseId}`, tabOf(page))
    case 'item':
      return `#/items/${page.itemId}`
    case 'search':
      return searchLink(page)
    case 'tasks':
      return withWords('#/tasks', [
        ['of', page.of === 'given' ? 'given' : ''],
        ['q', page.q],
      ])
    case 'password':
      return `#/${page.isOwn ? 'new-password' : 'password'}/${page.token}`
    case 'set-up':
      return `#/set-up/${page.token}`
    case 'arrive':
      return `#/arrive/${page.code}`
    case 'connect':
      return `#/connect/thunderbird/${page.challenge}`
    default:
      return `#${plainPaths[page.name]}`
  }
}

function tabOf({ tab, filter }: { tab: string; filter: ListFilter }): [string, string][] {
  return [['tab', tab === 'timeline' ? '' : tab], ...writeFilter(filter)]
}

function withWords(path: string, words: [name: string, value: string][]): string {
  const search = new URLSearchParams(words.filter(([, value]) => value !== ''))
  return search.size > 0 ? `${path}?${search}` : path
}

/** The address of a contractor's file, unfiltered. */
export function contractorLink(contractorId: string): string {
  return linkTo({ name: 'contractor', contractorId, tab: 'timeline', filter: noFilter })
}

/** The address of a case, unfiltered. */
export function caseLink(caseId: string): string {
  return linkTo({ name: 'case', caseId, tab: 'timeline', filter: noFilter })
}

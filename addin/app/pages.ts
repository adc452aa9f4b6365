import type { ComponentType } from 'preact'
import { adminTexts } from '../text/app-texts.ts'
import type { Language } from '../text/language.ts'
import type { Page, PageProps } from './page-link.ts'

type LoadedName = Exclude<Page['name'], 'password' | 'set-up' | 'arrive' | 'connect' | 'unknown'>
type Loaders = { [Name in LoadedName]: () => Promise<ComponentType<PageProps<Name>>> }

/** Each page travels by itself, when it is first wanted. */
const loaders: Loaders = {
  dashboard: async () => (await import('../file/dashboard-page.tsx')).DashboardPage,
  contractors: async () => (await import('../file/contractors-page.tsx')).ContractorsPage,
  contractor: async () => (await import('../file/contractor-page.tsx')).ContractorPage,
  case: async () => (await import('../file/case-page.tsx')).CasePage,
  item: async () => (await import('../file/item-page.tsx')).ItemPage,
  search: async () => (await import('../file/search-page.tsx')).SearchPage,
  tasks: async () => (await import('../file/tasks-page.tsx')).TasksPage,
  triage: async () => (await import('../file/triage-page.tsx')).TriagePage,
  pane: async () => (await import('./pane-page.tsx')).PanePage,
  rules: async () => (await import('../admin/rules-page.tsx')).RulesPage,
  users: async () => (await import('../admin/users-page.tsx')).UsersPage,
  groups: async () => (await import('../admin/groups-page.tsx')).GroupsPage,
  mailboxes: async () => (await import('../admin/mailboxes-page.tsx')).MailboxesPage,
  'block-list': async () => (await import('../admin/block-list-page.tsx')).BlockListPage,
  held: async () => (await import('../file/held-page.tsx')).HeldPage,
  journal: async () => (await import('../admin/journal-page.tsx')).JournalPage,
  'filing-settings': async () => (await import('../admin/filing-settings-page.tsx')).FilingSettingsPage,
  microsoft: async () => (await import('../admin/microsoft-page.tsx')).MicrosoftPage,
  notifications: async () => (await import('../file/notifications-page.tsx')).NotificationsPage,
  access: async () => (await import('../admin/access-page.tsx')).AccessPage,
  audit: async () => (await import('../admin/audit-page.tsx')).AuditPage,
  'document-types': async () => (await import('../admin/document-types-page.tsx')).DocumentTypesPage,
  'contractor-import': async () => (await import('../admin/contractor-import-page.tsx')).ContractorImportPage,
  duplicates: async () => (await import('../admin/duplicates-page.tsx')).DuplicatesPage,
  system: async () => (await import('../admin/system-page.tsx')).SystemPage,
  retention: async () => (await import('../admin/retention-page.tsx')).RetentionPage,
  'person-data': async () => (await import('../admin/person-data-page.tsx')).PersonDataPage,
  jobs: async () => (await import('../admin/jobs-page.tsx')).JobsPage,
  templates: async () => (await import('../file/templates-page.tsx')).TemplatesPage,
  account: async () => (await import('../account/account-page.tsx')).AccountPage,
  outgoing: async () => (await import('../admin/outgoing-page.tsx')).OutgoingPage,
  webhooks: async () => (await import('../admin/webhooks-page.tsx')).WebhooksPage,
  start: async () => (await import('../start/start-page.tsx')).StartPage,
  'roll-out': async () => (await import('../admin/roll-out-page.tsx')).RollOutPage,
  ways: async () => (await import('../admin/ways-page.tsx')).WaysPage,
}

/** The pages of every day do not wait for the sentences of administration. */
const everyday = new Set<string>([
  'dashboard',
  'contractors',
  'contractor',
  'case',
  'item',
  'search',
  'tasks',
  'triage',
  'pane',
  'held',
  'notifications',
] satisfies LoadedName[])

/** A page's component, whichever page it is. */
export type AnyPage = ComponentType<{ page: Page }>

const loaded = new Map<Page['name'], AnyPage>()

/** The component of a page, when it has travelled already and so has what it says in this language. */
export function loadedPage(name: Page['name'], language: Language): AnyPage | undefined {
  return everyday.has(name) || adminTexts.has(language) ? loaded.get(name) : undefined
}

/** Fetches the component of a page and what it says; null for an address that is none. */
export async function loadPage(name: Page['name'], language: Language): Promise<AnyPage | null> {
  if (!(name in loaders)) return null
  const said = everyday.has(name) ? undefined : adminTexts.load(language)
  // Each loader stands under the name of its own page, which is all that the compiler cannot see here.
  const component = (await loaders[name as LoadedName]()) as AnyPage
  await said
  loaded.set(name, component)
  return component
}

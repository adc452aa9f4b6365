import type { Contractor } from '../../shared/contractor.ts'
import type { ItemRow } from '../../shared/item.ts'
import { administrator, directClient } from '../support/live-server.ts'

/** Every page by a name, with the address of an example in the sample company. */
export async function addressesOf(origin: string): Promise<Record<string, string>> {
  const direct = await directClient(origin, administrator)
  const read = async <Answer>(url: string): Promise<Answer> => JSON.parse(await direct.text(url))
  const items = (await read<{ items: ItemRow[] }>('/api/timeline?limit=200')).items
  const best = items.find(item => item.contractorId && item.cases.length > 0)
  if (!best) throw new Error('the sample company has no filed item with a case')
  const file = `#/contractors/${best.contractorId}`
  const [caseFile] = best.cases
  const ofKind = (kind: ItemRow['kind']) => `#/items/${(items.find(item => item.kind === kind) ?? best).id}`
  const { people } = await read<Contractor>(`/api/contractors/${best.contractorId}`)
  return {
    'sign in': '#/',
    home: '#/',
    contractors: '#/contractors',
    file,
    'file by cases': `${file}?group=case`,
    'file by conversations': `${file}?group=thread`,
    'file searched': `${file}?q=${encodeURIComponent('faktura')}`,
    'file of a person': `${file}?person=${people[0]?.id ?? ''}`,
    'file documents': `${file}?tab=documents`,
    'file activities': `${file}?tab=activities`,
    'file cases': `${file}?tab=cases`,
    'file people': `${file}?tab=people`,
    'file access': `${file}?tab=access`,
    case: `#/cases/${caseFile?.id}`,
    'case news': `#/cases/${caseFile?.id}?new=1`,
    'case documents': `#/cases/${caseFile?.id}?tab=documents`,
    'case access': `#/cases/${caseFile?.id}?tab=access`,
    'case tasks': `#/cases/${caseFile?.id}?tab=tasks`,
    'case parties': `#/cases/${caseFile?.id}?tab=parties`,
    mail: ofKind('mail-in'),
    invoice: ofKind('invoice'),
    document: ofKind('offer'),
    call: ofKind('call'),
    meeting: ofKind('meeting'),
    task: ofKind('task'),
    search: '#/search',
    'search found': `#/search?q=${encodeURIComponent('faktura')}`,
    'search nothing': '#/search?q=brzdąkotka',
    tasks: '#/tasks',
    'tasks not found': '#/tasks?q=brzdąkotka',
    notifications: '#/notifications',
    triage: '#/triage',
    pane: '#/pane',
    mailboxes: '#/mailboxes',
    rules: '#/rules',
    'left out': '#/left-out',
    'copy addresses': '#/copy-addresses',
    held: '#/held',
    account: '#/account',
    access: '#/access',
    users: '#/admin/users',
    groups: '#/admin/groups',
    ways: '#/admin/sign-in',
    filing: '#/admin/filing',
    microsoft: '#/admin/microsoft',
    jobs: '#/admin/jobs',
    audit: '#/admin/audit',
    start: '#/start',
    'roll-out': '#/admin/roll-out',
    'outgoing mail': '#/admin/outgoing-mail',
    webhooks: '#/admin/webhooks',
    templates: '#/templates',
    'document types': '#/admin/document-types',
    import: '#/admin/import',
    duplicates: '#/admin/duplicates',
    system: '#/admin/system',
    retention: '#/admin/retention',
    'person data': '#/admin/person-data',
    'nothing there': '#/contractors/00000000-0000-4000-8000-000000000000',
    'no such page': '#/nie-ma',
  }
}

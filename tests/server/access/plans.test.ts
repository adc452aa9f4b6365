import { expect, it } from 'vitest'
import { casePage, casePicks, companyPage, filePage, relatedPage, relatedPicks } from '../../../server/item/rows.sql.ts'
import { lookupFile, paneLookup } from '../../../server/lookup/lookup.sql.ts'
import { countedFinds } from '../../../server/search/count-finds.ts'
import { foundCases, foundPeople } from '../../../server/search/find-places.ts'
import { bestRows, foundRows, nearRows, relatedRows } from '../../../server/search/search-page.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const contractor = await buildContractor(anna, { people: [{ name: 'Jan', addresses: ['jan@plan.example'] }] })
const person = contractor.people[0]?.id
const kase = await buildCase(anna, contractor.id)
await buildNote(anna, contractor.id, { caseId: kase.id, title: 'Faktura' })
const related = await buildContractor(anna)
await buildNote(anna, related.id, { title: 'Faktura oddziału' })
await anna.put(`/api/contractors/${contractor.id}/related/${related.id}`, { kind: 'branch' })
const mail = await anna.hand(buildMail({ from: 'jan@plan.example', messageId: '<plan@plan.example>' }))
await buildNote(anna, contractor.id, { fromItemId: mail.body.items[0].id })
// So many that the planner has a reason to choose.
await test.asSuper.query(`
  insert into message (message_id, fingerprint, subject, occurred_at, direction, thread, snippet, has_attachment)
    select 'm' || n || '@plan.example', n::text, '', now() - n * interval '1 minute', 'in', '', '', false from generate_series(1, 3000) n;
  insert into message_address (message_id, role, position, name, address)
    select id, 'from', 0, '', 'jan@plan.example' from message on conflict do nothing;
  insert into item (contractor_id, kind, object_id, occurred_at, title)
    select '${contractor.id}', 'mail-in', id, occurred_at, 'Mail' from message on conflict do nothing;
  insert into activity (kind, contractor_id, title, state, created_by)
    select 'task', '${contractor.id}', 'Zrobione', 'done', '${anna.id}' from generate_series(1, 1000);
  insert into item (contractor_id, kind, object_id, occurred_at, title)
    select contractor_id, kind, id, state_at, title from activity where kind = 'task';
  insert into filing (item_id, audience_id, method)
    select i.id, c.audience_id, 'address' from item i join contractor c on c.id = i.contractor_id on conflict do nothing;
  insert into item_text (item_id, lexemes) select id, '''mail''' from item on conflict do nothing;
  insert into person (contractor_id, name) select '${contractor.id}', 'Osoba ' || md5(n::text) from generate_series(1, 20000) n;
  with circle as (insert into audience select gen_random_uuid() from generate_series(1, 5000) returning id)
    insert into contractor (name, audience_id) select 'Firma ' || md5(id::text), id from circle`)
await test.asSuper.query('analyze')

const NOW = new Date(Date.now() + 60_000).toISOString()
const FIRST = '00000000-0000-0000-0000-000000000000'

/** A search for a word that few items hold. */
function wordIn(contractorId: string | null, caseId: string | null): unknown[] {
  return ["'faktura'", contractorId, caseId, null, null, null, '-infinity', NOW, FIRST, 51, null]
}

/** The plans of a statement and of all that runs inside its functions, as the application's role runs it. */
async function plansOf({ text }: { text: string }, parameters: unknown[]): Promise<string> {
  const client = await test.asSuper.connect()
  const plans: string[] = []
  const hear = (notice: { message?: string | undefined }) => plans.push(notice.message ?? '')
  client.on('notice', hear)
  try {
    await client.query(`load 'auto_explain'; begin; set local auto_explain.log_min_duration = 0; set local auto_explain.log_nested_statements = on;
      set local client_min_messages = log; set local enable_seqscan = off; set local session authorization lupa_app;
      select set_config('lupa.user', '${anna.id}', true)`)
    plans.length = 0
    await client.query(text, parameters)
    return plans.join('\n')
  } finally {
    client.off('notice', hear)
    await client.query('rollback').catch(() => {})
    client.release(true)
  }
}

it.each<[string, { text: string }, unknown[], string[]]>([
  ['a file', filePage, [contractor.id, null, null, null, '-infinity', NOW, FIRST, 51], ['item_access_']],
  ['a file by kind', filePage, [contractor.id, null, ['note'], null, '-infinity', NOW, FIRST, 51], ['item_access_']],
  [
    'a file and those of related contractors',
    relatedPage,
    [contractor.id, null, null, null, '-infinity', NOW, FIRST, 51],
    ['item_access_file', 'contractor_relation_'],
  ],
  [
    'the same by kind',
    relatedPage,
    [contractor.id, null, ['note'], null, '-infinity', NOW, FIRST, 51],
    ['item_access_kind'],
  ],
  [
    'what came into them since a moment',
    relatedPicks,
    [contractor.id, null, null, NOW, null, null, '-infinity', NOW, FIRST, 51],
    ['item_'],
  ],
  ['a search in them', relatedRows, wordIn(contractor.id, null), ['item_access_', 'item_text_pkey']],
  ['a case', casePage, [kase.id, null, null, '-infinity', NOW, FIRST, 51], ['item_access_']],
  [
    'a person in a case',
    casePicks,
    [kase.id, person, null, null, null, '-infinity', NOW, FIRST, 51],
    ['item_access_', 'message_address_', 'item_object', 'activity_person'],
  ],
  [
    'what came into a case since a moment',
    casePicks,
    [kase.id, null, NOW, null, null, '-infinity', NOW, FIRST, 51],
    ['item_access_', 'filing_'],
  ],
  ['the company', companyPage, [NOW, FIRST, 51], ['item_access_global']],
  ['a search', foundRows, wordIn(null, null), ['item_access_global', 'item_text_pkey', 'item_text_lexemes']],
  [
    'the counts of a search',
    countedFinds,
    wordIn(null, null).toSpliced(-2, 1),
    ['item_access_global', 'item_text_pkey', 'item_text_lexemes'],
  ],
  [
    'a search in a file',
    foundRows,
    wordIn(contractor.id, null),
    ['item_access_', 'item_text_pkey', 'item_text_lexemes'],
  ],
  ['the best finds', bestRows, wordIn(null, null).slice(0, -1), ['item_access_global', 'item_text_lexemes']],
  [
    'finds of some of the words',
    nearRows,
    [["'faktura'", "'zapytanie'"], ...wordIn(contractor.id, null).slice(1, -1)],
    ['item_access_', 'item_text_lexemes'],
  ],
  ['people by name', foundPeople, ['zolkiewski jan', '', FIRST, 6], ['person_name_trigrams']],
  [
    'cases by name',
    foundCases,
    ['sprawa regaly', false, 'infinity', FIRST, 6],
    ['case_file_title_trigrams', 'case_file_reference_words'],
  ],
  [
    'contractors by name and phone',
    { text: 'select * from find_contractors($1, $2)' },
    ['kontrahent 501502503', 50],
    ['contractor_name_trigrams', 'person_name_trigrams', 'person_phone', 'contractor_phone'],
  ],
  ['a search in a case', foundRows, wordIn(null, kase.id), ['item_access_case', 'item_text_pkey']],
  [
    'what is known of a mail',
    paneLookup,
    [
      ['jan@plan.example'],
      ['plan@plan.example'],
      'jan@plan.example',
      'plan@plan.example',
      [],
      [],
      'plan@plan.example',
      null,
      NOW,
      26,
    ],
    ['address_value_contractor_id_key', 'activity_from_mark'],
  ],
  ['the pane', lookupFile, [contractor.id, [], [kase.id], NOW, 26], ['item_access_', 'item_open_tasks']],
])(
  'reads %s by an index, and never hashes all that somebody may see',
  async (_name, statement, parameters, indexes) => {
    const plans = await plansOf(statement, parameters)

    expect(plans).toContain('Query Text')
    for (const index of indexes) expect(plans).toContain(index)
    expect(plans.split('Query Text').flatMap(hashed)).toEqual([])
    // Nor hashed for a join: anything but what one file or one page holds.
    expect(plans).not.toMatch(/->\s+Hash {2}\([^\n]*\n\s+->\s+(?!\s|CTE Scan on (held|followed|follows|standing))/)
    expect(plans).not.toMatch(/Seq Scan on (item|item_access|item_text|filing|message|address|contractor|case_file)\b/)
  },
)

/** Sub-plans that are hashed, but for what is bounded: the audiences held or followed in one file or on one page. */
function hashed(plan: string): string[] {
  const numbers = [...plan.matchAll(/hashed SubPlan (\d+)/g)].map(match => match[1])
  const isBounded = (number: string | undefined) =>
    new RegExp(`\\n\\s+SubPlan ${number}\\n\\s+->\\s+CTE Scan on (held|followed|follows|standing)\\b`).test(plan)
  return numbers.filter(number => !isBounded(number)).map(number => `SubPlan ${number} of ${plan}`)
}

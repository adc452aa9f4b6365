import { Migration } from '@mikro-orm/migrations'
import { type Rewording, reword } from './reword.ts'
import { inAudienceOfMine, myIds } from './rule.ts'

/**
 * By itself mail is filed only where its owner looks himself. The facts of a decision say in whose files that is: whoever
 * was let into a case sees its contractor, but not what lies in the file. And a contractor that he does not see changes
 * nothing of what is suggested to him, or of when it is.
 */
export class NoDecoys extends Migration {
  override up() {
    this.addSql(`
-- Those of these contractors in whose own audience I stand.
create function held_contractors(p_contractors uuid[]) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
begin
  return array(select c.id from contractor c where c.id = any(p_contractors) and ${inAudienceOfMine('c.audience_id')});
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function held_contractors(uuid[]) from public;
  alter function held_contractors(uuid[]) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
${reword('filing_facts(text[], text[], text, uuid)', filingFacts)}
${reword('history_facts(text, uuid, uuid[], uuid[])', historyFacts)}
${reword('named_facts(text[], text[])', namedFacts)}
${reword('redecision_batch(text, integer, integer)', redecisionBatch)}
`)
  }
}

const filingFacts: Rewording[] = [
  ['  unsure uuid[];', "  unsure uuid[];\n  held uuid[] := '{}';"],
  [
    '    if unsure is not null then seen := seen || seen_contractors(unsure); end if;',
    `    if unsure is not null then seen := seen || seen_contractors(unsure); end if;
    if seen is not null then held := held_contractors(seen); end if;`,
  ],
  ["'visible', s.id is not null,", "'visible', s.id is not null, 'held', coalesce(s.id = any(held), false),"],
  // Whom I do not see leaves as much to guess as nobody.
  [
    "  if jsonb_array_length(addresses) <> 1 or jsonb_array_length(addresses #> '{0,openCases}') > 1 then",
    `  if cardinality(seen) is distinct from 1 or jsonb_array_length(coalesce(nullif(open_cases -> seen[1]::text, 'null'), '[]')) > 1
     or (select count(*) from jsonb_array_elements(addresses) a where (a ->> 'visible')::bool) <> 1 then`,
  ],
]

const historyFacts: Rewording[] = [
  ['  total int;', '  total int;\n  held uuid[];'],
  [
    '  select array_agg(k.id), array_agg(k.id)',
    '  held := held_contractors(files);\n  select array_agg(k.id), array_agg(k.id)',
  ],
  [
    "'contractorId', n.file, 'caseId', n.kase,",
    "'contractorId', n.file, 'caseId', n.kase, 'held', n.file = any(held),",
  ],
]

const namedFacts: Rewording[] = [
  [
    "jsonb_build_object('nip', c.nip, 'contractorId', c.id,",
    `jsonb_build_object('nip', c.nip, 'contractorId', c.id, 'held', ${inAudienceOfMine('c.audience_id')},`,
  ],
]

const redecisionBatch: Rewording[] = [
  [
    "     and c.seen_at <= r.up_to + interval '1 second'",
    `     and c.seen_at <= r.up_to + interval '1 second'
     -- An address of somebody in whose file its owner does not look asks nothing anew about his mail.
     and exists (select from address a join contractor k on k.id = a.contractor_id join membership u on u.user_id = c.owner_id
       join audience_member o on o.principal_id = u.principal_id
      where a.value = r.value and a.is_domain = r.is_domain
        and (o.audience_id = k.audience_id or o.audience_id in (
          select l.principal_id from audience_member l where l.audience_id = k.audience_id and l.is_audience)))`,
  ],
]

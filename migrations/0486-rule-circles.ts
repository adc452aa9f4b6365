import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

const brought = `(i.object_id = p_message or g.via_message_id = p_message
        or i.object_id in (select m.activity_id from meeting_invitation m where m.message_id = p_message))`

/**
 * A rule may say who sees what it files. It only takes away: whoever sees it must see the place, or be let in by the owner
 * of the mailbox, and stand in the rule's audience. Whose mail it is sees it as ever.
 */
export class RuleCircles extends Migration {
  override up() {
    this.addSql(`
alter table rule_version add column audience jsonb check (jsonb_typeof(audience) = 'object');

-- By which version of a rule a filing has its circle, or will have it when its hold ends; none where a person said since who sees it.
alter table filing add column circle_version_id uuid references rule_version on delete set null;
create index filing_circle_version on filing (circle_version_id) where circle_version_id is not null;

-- Whoever settles by hand who sees a filing ends what a rule says of that.
create function end_rule_circle() returns trigger language plpgsql as $$
begin
  new.circle_version_id := null;
  return new;
end $$;
create trigger filing_rule_circle_ends before update of audience_id on filing
  for each row when (new.circle_version_id is not null and old.circle_version_id is not distinct from new.circle_version_id
    and old.audience_id is distinct from new.audience_id)
  execute function end_rule_circle();

-- Users and groups that an audience lets in, also by way of the one that it follows.
create function principals_of(p_audience uuid) returns uuid[] language sql stable as $$
  select coalesce(array_agg(distinct x.p), '{}') from (
    select m.principal_id as p from audience_member m where m.audience_id = p_audience and not m.is_audience
    union all
    select m.principal_id from audience_member l join audience_member m on m.audience_id = l.principal_id and not m.is_audience
     where l.audience_id = p_audience and l.is_audience) x
   where exists (select from app_user u where u.id = x.p) or exists (select from app_group g where g.id = x.p)
$$;

-- Who stands in both: as the group where the whole group does, else by name those of its people who do.
create function principals_in_both(p_some uuid[], p_others uuid[]) returns setof uuid language sql stable as $$
  with recursive around(principal_id, group_id) as (
      select x, x from unnest(p_some || p_others) x
      union
      select a.principal_id, e.group_id from around a join group_member e on e.member_id = a.group_id),
    -- Everybody is in the group of all, and so is every group.
    around_all as (
      select a.principal_id, a.group_id from around a
      union select x, g.id from unnest(p_some || p_others) x, app_group g where g.everyone),
    whole as (
      select a.principal_id from around_all a where a.principal_id = any(p_some) and a.group_id = any(p_others)
      union
      select a.principal_id from around_all a where a.principal_id = any(p_others) and a.group_id = any(p_some))
  select w.principal_id from whole w
  union
  select m.user_id from membership m join membership n on n.user_id = m.user_id
   where m.principal_id = any(p_some) and n.principal_id = any(p_others)
     and not exists (select from membership o join whole w on w.principal_id = o.principal_id where o.user_id = m.user_id)
$$;

-- Of the people of a circle those whom a rule names, and whose mail it is: a circle of their own.
create function narrowed_circle(p_message uuid, p_base uuid, p_audience jsonb) returns uuid language plpgsql volatile as $$
declare
  base uuid[] := principals_of(p_base);
  fresh uuid;
begin
  insert into audience default values returning id into fresh;
  insert into audience_member (audience_id, principal_id)
    select fresh, p from principals_in_both(base, array(select principals_in(p_audience))) p
    union
    select fresh, c.owner_id from message_copy c join membership m on m.user_id = c.owner_id and m.principal_id = any(base)
     where c.message_id = p_message;
  return fresh;
end $$;

-- Narrows what this transaction filed of a message, where its entries name the version of a rule that says who sees it.
create function narrow_fresh(p_message uuid, p_entries jsonb) returns void language plpgsql volatile as $$
declare
  word record;
  f filing;
  narrowed int;
begin
  for word in select distinct (e->>'contractorId')::uuid as file, v.id as version, v.audience from jsonb_array_elements(p_entries) e
                join rule_version v on v.id = (e->>'circleOf')::uuid and v.audience is not null
                join rule r on r.id = v.rule_id and (r.owner_id = me() or r.owner_id is null) loop
    narrowed := 0;
    for f in select g.* from filing g join item i on i.id = g.item_id
              where i.contractor_id = word.file and ${brought} and g.xmin = pg_current_xact_id()::xid order by g.id for update of g loop
      narrowed := narrowed + 1;
      if f.held_by is not null then
        update filing set circle_version_id = word.version where id = f.id;
      else
        -- What its owner's consent has narrowed as well no later version of the rule may open.
        update filing set own_audience = true, audience_id = narrowed_circle(p_message, f.audience_id, word.audience),
          circle_version_id = case when not f.own_audience then word.version end where id = f.id;
      end if;
    end loop;
    perform note_rule_circle(p_message, word.file, word.version, narrowed);
  end loop;
end $$;

create function note_rule_circle(p_message uuid, p_file uuid, p_version uuid, p_filings int) returns void language sql volatile as $$
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    select me(), 'circled', 'item', i.id, jsonb_build_object('ruleVersionId', p_version, 'filings', p_filings)
      from item i where i.object_id = p_message and i.contractor_id = p_file and p_filings > 0
$$;

-- Gives what lies where a rule files, and what came with it, the circle that this version says, or takes one back that the
-- rule has given. What a person, his consent or another rule has settled stays.
create function circle_by_rule(p_message uuid, p_version uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  v rule_version;
  f filing;
  changed int := 0;
begin
  select x.* into v from rule_version x join rule r on r.id = x.rule_id
   where x.id = p_version and x.action = 'file' and r.removed_at is null
     and (r.owner_id = me() or (r.owner_id is null and am_admin())) and sees_message(p_message);
  if not found or rule_state(v) <> 'applies' then return; end if;
  -- Where a person put it, what came with it stays as well.
  if not exists (select from item i join filing g on g.item_id = i.id where i.object_id = p_message and i.contractor_id = v.contractor_id
      and g.case_file_id is not distinct from v.case_file_id and g.filed_by is null and g.method not in ('hand', 'earlier-decision')) then
    return;
  end if;
  if v.audience is not null then perform repoint_documents(p_message, v.contractor_id, null, true); end if;
  for f in select g.* from filing g join item i on i.id = g.item_id left join rule_version w on w.id = g.circle_version_id
            where i.contractor_id = v.contractor_id and g.case_file_id is not distinct from v.case_file_id and ${brought}
              and holds(g.audience_id) and holds(scope_of(g)) and g.held_by is null and g.method not in ('hand', 'earlier-decision')
              and (i.object_id <> p_message or g.filed_by is null)
              and case when g.own_audience then w.rule_id = v.rule_id else v.audience is not null end
            order by g.id for update of g loop
    changed := changed + 1;
    if v.audience is null then
      update filing set own_audience = false, audience_id = scope_of(f), circle_version_id = null where id = f.id;
    else
      update filing set own_audience = true, audience_id = narrowed_circle(p_message, scope_of(f), v.audience), circle_version_id = v.id where id = f.id;
    end if;
  end loop;
  perform note_rule_circle(p_message, v.contractor_id, v.id, changed);
end $$;

-- Who of a place's people would see what a rule files there. For those who see the place.
create function rule_viewers(p_contractor uuid, p_case uuid, p_audience jsonb) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare scope uuid := place_audience(p_contractor, p_case);
begin
  if scope is null or not holds(scope) then return '[]'; end if;
  return named_principals(array(select principals_in_both(principals_of(scope), array(select principals_in(p_audience)))));
end $$;

create function place_audience(p_contractor uuid, p_case uuid) returns uuid language sql stable as $$
  select case when p_case is null then (select c.audience_id from contractor c where c.id = p_contractor)
    else (select k.audience_id from case_file k join case_party q on q.case_file_id = k.id and q.contractor_id = p_contractor where k.id = p_case) end
$$;

create function named_principals(p_principals uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'isGroup', x.is_group) order by x.is_group desc, x.name), '[]') from (
    select u.id, u.name, false as is_group from app_user u where u.id = any(p_principals)
    union all select g.id, g.name, true from app_group g where g.id = any(p_principals)) x
$$;

-- Whether anybody is left of those whom a version names: here, and among the people of its place.
create function has_rule_viewers(p_version rule_version) returns boolean language sql stable as $$
  select p_version.audience is null or exists (
    select from principals_in_both(principals_of(place_audience(p_version.contractor_id, p_version.case_file_id)),
        array(select principals_in(p_version.audience))) p
      join membership m on m.principal_id = p join app_user u on u.id = m.user_id and u.disabled_at is null)
$$;
${reword('rule_state(rule_version)', [
  [
    "\n           then 'applies' else 'target-hidden' end;",
    "\n           then case when has_rule_viewers(p_version) then 'applies' else 'audience-gone' end else 'target-hidden' end;",
  ],
  [
    "return case when kase.closed_at is null then 'applies' else 'case-closed' end;",
    "return case when kase.closed_at is not null then 'case-closed' when has_rule_viewers(p_version) then 'applies' else 'audience-gone' end;",
  ],
])}
${reword('show_rules(integer)', [
  [
    "'hits', count_rule_hits",
    `'audience', v.audience,
      'viewers', case when v.audience is not null then named_principals(array(select principals_in(v.audience))) end, 'hits', count_rule_hits`,
  ],
])}
-- That of 0016, with the rules that say who sees their mail and cannot do their work: that mail waits.
${reword('active_rules()', [
  [
    "'name', v.name,",
    "'name', v.name, 'version', v.number, 'narrows', v.audience is not null, 'stopped', v.audience is not null and rule_state(v) <> 'applies',",
  ],
  ["and rule_state(v) = 'applies')", "and (v.audience is not null or rule_state(v) = 'applies'))"],
])}
${reword('put_rule_version(uuid, jsonb)', [
  ['case_file_id, made_by)', 'case_file_id, audience, made_by)'],
  ["(p->>'caseId')::uuid, me());", "(p->>'caseId')::uuid, nullif(p->'audience', 'null'), me());"],
])}
${reword('change_rule(uuid, jsonb)', [
  ["'caseId', v.case_file_id)\n", "'caseId', v.case_file_id, 'audience', v.audience)\n"],
])}
${reword('rule_mails(uuid[])', [
  [
    "'byHand', f.method in ('hand', 'earlier-decision') or f.filed_by is not null or f.own_audience)",
    `'byHand', f.method in ('hand', 'earlier-decision') or f.filed_by is not null
                            or (f.own_audience and (f.circle_version_id is null or f.held_by is not null)),
                          'circle', (select jsonb_build_object('ruleId', w.rule_id, 'viewers', coalesce(w.audience->'users', '[]') || coalesce(w.audience->'groups', '[]'))
                                       from rule_version w where w.id = f.circle_version_id))`,
  ],
])}
${reword('mark_rule(uuid, uuid)', [['evidence = v.name,', "evidence = v.name || ' v' || v.number,"]])}
-- Before triage is settled: whom the circle leaves out does not see it filed.
${reword('file_entries(uuid, jsonb, mailbox_consent)', [
  [
    '  perform settle_triage(p_message);',
    "  if p_entries @? '$[*].circleOf' then perform narrow_fresh(p_message, p_entries); end if;\n  perform settle_triage(p_message);",
  ],
])}
${reword('copy_circle(uuid, uuid, uuid)', [
  ['held_mailbox = g.held_mailbox\n', 'held_mailbox = g.held_mailbox, circle_version_id = g.circle_version_id\n'],
])}
-- When a hold ends, the circle that a rule says begins.
create function released_within(f filing) returns setof uuid language sql stable as $$
  select p from rule_version v
    left join mailbox b on b.id = f.held_mailbox
    cross join lateral (select array(select principals_in(b.audience)) as named) n
    cross join lateral principals_in_both(case when cardinality(n.named) > 0 then n.named else principals_of(scope_of(f)) end,
      array(select principals_in(v.audience))) p
   where v.id = f.circle_version_id
  union
  select c.owner_id from message_copy c join item i on i.id = f.item_id join membership m on m.user_id = c.owner_id
   where f.circle_version_id is not null and c.message_id in (i.object_id, f.via_message_id) and m.principal_id = any(principals_of(scope_of(f)))
$$;
${reword('release_filings(uuid[])', [
  [
    '     where f.id = any(p_filings) on conflict do nothing;',
    `     where f.id = any(p_filings) and f.circle_version_id is null on conflict do nothing;
  insert into audience_member (audience_id, principal_id)
    select f.audience_id, p from filing f cross join lateral released_within(f) p
     where f.id = any(p_filings) and f.circle_version_id is not null on conflict do nothing;`,
  ],
  [
    'own_audience = named.it,\n',
    'own_audience = named.it or f.circle_version_id is not null,\n        circle_version_id = case when not named.it then f.circle_version_id end,\n',
  ],
  ['case when named.it then f.audience_id', 'case when named.it or f.circle_version_id is not null then f.audience_id'],
])}
${reword('meet_held(uuid, jsonb, mailbox_consent)', [
  [
    'where id = f.id and own_audience;',
    `where id = f.id and own_audience and f.circle_version_id is null;
      insert into audience_member (audience_id, principal_id)
        select f.audience_id, p from rule_version v
          cross join lateral principals_in_both(principals_of(scope_of(f)), array(select principals_in(v.audience))) p
         where v.id = f.circle_version_id on conflict do nothing;`,
  ],
  [
    "union select principals_in(box.audience) where box.release = 'at-once') x",
    `union
        select p from principals_in(box.audience) p where box.release = 'at-once' and (f.circle_version_id is null or p in (
          select principals_in_both(array(select principals_in(box.audience)), array(select principals_in(v.audience)))
            from rule_version v where v.id = f.circle_version_id))) x`,
  ],
])}
${reword('keep_mine(uuid[])', [['held_mailbox = null where', 'held_mailbox = null, circle_version_id = null where']])}
${reword('leans_on(uuid)', [
  [
    'or exists (select from company_setting',
    `or exists (select from rule r cross join lateral rule_in_force(r.id) v where r.removed_at is null and v.audience->'groups' ? p_principal::text)
      or exists (select from filing f join rule_version v on v.id = f.circle_version_id
                  where f.held_by is not null and v.audience->'groups' ? p_principal::text)
      or exists (select from company_setting`,
  ],
])}
-- Her account may stand in the audience of a rule.
${reword('person_report(text)', [
  [
    'v.conditions::text ~* person_pattern(hers))',
    "(v.conditions::text ~* person_pattern(hers) or v.audience->'users' ?| users::text[]))",
  ],
])}
${reword('person_export_records(uuid)', [
  [
    'v.conditions::text ~* person_pattern(hers))',
    "(v.conditions::text ~* person_pattern(hers) or v.audience->'users' ?| users::text[]))",
  ],
])}

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['circle_by_rule(uuid, uuid)'::regprocedure, 'rule_viewers(uuid, uuid, jsonb)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  -- What these share runs with the rights of the caller, so it is of no use to anybody else.
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
              and p.proname in ('principals_of', 'principals_in_both', 'narrowed_circle', 'narrow_fresh', 'note_rule_circle', 'place_audience',
                'named_principals', 'has_rule_viewers', 'released_within') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}

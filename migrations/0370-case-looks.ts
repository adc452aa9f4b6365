import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/** What came into a case since its reader looked last, as 0131 has it for the file of a contractor. */
export class CaseLooks extends Migration {
  override up() {
    this.addSql(`
-- Up to when a reader has seen a case; before_at is where his present look began.
create table case_look (
  user_id uuid not null references app_user on delete cascade,
  case_file_id uuid not null references case_file on delete cascade,
  before_at timestamptz(3),
  looked_at timestamptz(3) not null,
  primary key (user_id, case_file_id)
);
create index case_look_case on case_look (case_file_id);
alter table case_look enable row level security;
alter table case_look force row level security;
grant select, insert, update, delete on case_look to lupa_intake;
create policy intake on case_look to lupa_intake using (true) with check (true);

-- Notes that I look at a case; answers up to when I had seen it before, null the first time.
create function look_at_case(p_case uuid) returns timestamptz
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  pause constant interval := interval '30 minutes';
  before timestamptz;
begin
  if not sees_case(p_case) then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into case_look as l (user_id, case_file_id, looked_at) values (me(), p_case, now())
    on conflict (user_id, case_file_id) do update set
      before_at = case when l.looked_at < now() - pause then l.looked_at else l.before_at end, looked_at = now()
    returning l.before_at into before;
  return before;
end $$;

${reword('case_picks(uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int)', [
  ['p_person uuid, ', 'p_person uuid, p_since timestamp with time zone, '],
  ['if not exists (select from person', 'if p_person is not null and not exists (select from person'],
  ['c.person_id = p_person limit most + 1) n', `c.person_id = p_person limit most + 1) n${orNew('limit most + 1')}`],
  ['c.person_id = p_person ) n', `c.person_id = p_person ) n${orNew('')}`],
  [
    'and ((select true from message_address',
    `and (p_since is null or i.created_at > p_since)
       and (p_person is null or (select true from message_address`,
  ],
])}
drop function case_picks(uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int);

do $$
begin
  grant create on schema public to lupa_intake, lupa_reader;
  revoke execute on function look_at_case(uuid) from public;
  grant execute on function look_at_case(uuid) to lupa_app;
  alter function look_at_case(uuid) owner to lupa_intake;
  revoke execute on function case_picks(uuid, uuid, timestamptz, text[], boolean, timestamptz, timestamptz, uuid, int) from public;
  grant execute on function case_picks(uuid, uuid, timestamptz, text[], boolean, timestamptz, timestamptz, uuid, int) to lupa_app;
  alter function case_picks(uuid, uuid, timestamptz, text[], boolean, timestamptz, timestamptz, uuid, int) owner to lupa_reader;
  revoke create on schema public from lupa_intake, lupa_reader;
end $$;
`)
  }
}

/** Where nobody is named, what was filed in the case since the moment: nothing is filed before it came. */
function orNew(limit: string): string {
  return `
      union
      select n.id from (select f.item_id as id from filing f
         where p_person is null and f.case_file_id = p_case and f.filed_at > p_since ${limit}) n`
}

import { Migration } from '@mikro-orm/migrations'

/** The files that a reader looked at lately, for his first page. */
export class RecentFiles extends Migration {
  override up() {
    this.addSql(`
create index file_look_lately on file_look (user_id, looked_at desc, contractor_id);

-- My latest looks at files that I may still see.
create function recent_files(p_limit int) returns table (contractor_id uuid, looked_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.contractor_id, l.looked_at from file_look l
   where l.user_id = me() and sees_contractor(l.contractor_id) order by l.looked_at desc, l.contractor_id limit p_limit
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function recent_files(int) from public;
  grant execute on function recent_files(int) to lupa_app;
  alter function recent_files(int) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}

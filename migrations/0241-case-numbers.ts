import { Migration } from '@mikro-orm/migrations'

/** How a reference is written is the company's to settle, so the database only counts; and it counts past 9999. */
export class CaseNumbers extends Migration {
  override up() {
    this.addSql(`
drop function next_reference(int);

-- The number of the next case of a year; year 0 for references that name none.
create function next_case_number(p_year int) returns int
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into case_counter (year, last) values (p_year, 1)
    on conflict (year) do update set last = case_counter.last + 1
    returning last
$$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function next_case_number(int) from public;
  grant execute on function next_case_number(int) to lupa_app;
  alter function next_case_number(int) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}

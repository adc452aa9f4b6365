import { Migration } from '@mikro-orm/migrations'

/** Finds may be asked for best first: of the newest ones, those in whose title, people or text the words stand most and closest. */
export class BestFinds extends Migration {
  override up() {
    this.addSql(`
-- Who may see what is settled by search_page. A year makes a find a little less worth, so that of equal ones the newer stands first.
create function best_page(p_query text, p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.item_id, s.occurred_at
    from search_page(p_query, p_contractor, p_case, p_person, p_kinds, p_attachment, p_from, p_before, p_before_id, 300) s
    join item_text t on t.item_id = s.item_id
   order by ts_rank('{0.1, 0.2, 0.4, 1}', t.lexemes, p_query::tsquery)
              / (1 + 0.2 * extract(epoch from max(s.occurred_at) over () - s.occurred_at) / 31557600) desc,
            s.occurred_at desc, s.item_id desc limit p_limit
$$;

do $$
begin
  grant create on schema public to lupa_reader;
  revoke execute on function best_page(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int) from public;
  grant execute on function best_page(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int) to lupa_app;
  alter function best_page(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int) owner to lupa_reader;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}

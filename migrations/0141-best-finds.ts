import { Migration } from '@mikro-orm/migrations'

/**
 * Finds may be asked for best first: of the newest ones, those in whose title, people or text the words make out most. And
 * where few items hold all words, those that hold some of them, a rare one before a common one.
 */
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
   order by ts_rank('{0.1, 0.2, 0.4, 1}', t.lexemes, p_query::tsquery, 2)
              / (1 + 0.2 * extract(epoch from max(s.occurred_at) over () - s.occurred_at) / 31557600) desc,
            s.occurred_at desc, s.item_id desc limit p_limit
$$;

-- Items that hold any of several queries, those of the rarer ones first. How rare a query is, its own newest finds tell.
create function near_page(p_queries text[], p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  with hits as materialized (
    select q.n, s.item_id, s.occurred_at from unnest(p_queries) with ordinality q(query, n)
      cross join lateral search_page(q.query, p_contractor, p_case, p_person, p_kinds, p_attachment, p_from, p_before, p_before_id, 200) s),
  rare as (select h.n, ln(1 + 200.0 / count(*)) as worth from hits h group by h.n)
  select h.item_id, max(h.occurred_at) from hits h join rare r on r.n = h.n
   group by h.item_id order by sum(r.worth) desc, max(h.occurred_at) desc, h.item_id desc limit p_limit
$$;

do $$
declare f text;
begin
  grant create on schema public to lupa_reader;
  foreach f in array array['best_page(text, uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int)',
      'near_page(text[], uuid, uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_reader', f);
  end loop;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}

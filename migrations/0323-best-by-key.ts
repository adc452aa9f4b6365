import { Migration } from '@mikro-orm/migrations'

/** The best finds are weighed text by text: joined to them, all texts might be read and hashed for three hundred finds. */
export class BestByKey extends Migration {
  override up() {
    this.addSql(`
-- That of 0141.
create or replace function best_page(p_query text, p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.item_id, s.occurred_at
    from search_page(p_query, p_contractor, p_case, p_person, p_kinds, p_attachment, p_from, p_before, p_before_id, 300) s
   order by (select ts_rank('{0.1, 0.2, 0.4, 1}', t.lexemes, p_query::tsquery, 2) from item_text t where t.item_id = s.item_id)
              / (1 + 0.2 * extract(epoch from max(s.occurred_at) over () - s.occurred_at) / 31557600) desc,
            s.occurred_at desc, s.item_id desc limit p_limit
$$;

-- That of 0141, without a join.
create or replace function near_page(p_queries text[], p_contractor uuid, p_case uuid, p_person uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select h.item_id, max(h.occurred_at) from (
    select s.item_id, s.occurred_at, ln(1 + 200.0 / count(*) over (partition by q.n)) as worth
      from unnest(p_queries) with ordinality q(query, n)
      cross join lateral search_page(q.query, p_contractor, p_case, p_person, p_kinds, p_attachment, p_from, p_before, p_before_id, 200) s) h
   group by h.item_id order by sum(h.worth) desc, max(h.occurred_at) desc, h.item_id desc limit p_limit
$$;
`)
  }
}

import { Migration } from '@mikro-orm/migrations'

/**
 * That very many items hold a word was learnt by collecting ten thousand of them, which took longer than the rest of the
 * search. The planner's statistics know it beforehand.
 */
export class ExpectedFinds extends Migration {
  override up() {
    this.addSql(`
-- In how many items the planner expects these words. Volatile only because EXPLAIN asks for that.
create function words_expected(p_query tsquery) returns double precision
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  plan json;
begin
  execute format('explain (format json) select from item_text t where t.lexemes @@ %L::tsquery', p_query) into plan;
  return (plan #>> '{0,Plan,Plan Rows}')::double precision;
end $$;

-- That of 0255; where there are certainly more than so many, it answers as many rows without an item.
create or replace function words_hold(p_query tsquery, p_places uuid[], p_limit int)
  returns table (item_id uuid, kind text, has_attachment boolean, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_indexscan = off set work_mem = '64MB' as $$
declare
  place uuid;
begin
  if p_places is null then
    if p_limit is not null and words_expected(p_query) > 2 * p_limit then
      return query select null::uuid, null::text, null::boolean, null::timestamptz from generate_series(1, p_limit);
    else
      return query select t.item_id, t.kind, t.has_attachment, t.occurred_at from item_text t where t.lexemes @@ p_query limit p_limit;
    end if;
    return;
  end if;
  foreach place in array p_places loop
    return query select t.item_id, t.kind, t.has_attachment, t.occurred_at from item_text t
      where t.contractor_id = place and t.lexemes @@ p_query limit p_limit;
  end loop;
end $$;

do $$
begin
  grant create on schema public to lupa_reader;
  revoke execute on function words_expected(tsquery) from public;
  alter function words_expected(tsquery) owner to lupa_reader;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}

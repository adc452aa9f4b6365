import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'

const test = await openTestHouse()

it('has an index for every foreign key, since removing a row asks who names it', async () => {
  const { rows } = await test.asSuper.query<{ key: string }>(`
    select c.conrelid::regclass || ': ' || k.columns as key
      from pg_constraint c
      cross join lateral (
        select string_agg(a.attname, ', ' order by a.attnum) as columns from pg_attribute a
         where a.attrelid = c.conrelid and a.attnum = any(c.conkey)) k
     where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
       select from pg_index i where i.indrelid = c.conrelid
          and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%s IS NOT NULL)', k.columns))
          and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
     order by 1`)
  expect(rows.map(row => row.key)).toEqual([])
})

/** What the functions of search are made of. They hold `query`, the filters as arguments, and `walk_at`, `walk_id` where a walk stands. */

/** Kind, attachment and time, which stand on items and on their access rows alike. */
export function filter(row: string): string {
  const id = row === 'a' ? 'a.item_id' : `${row}.id`
  return `(p_kinds is null or ${row}.kind = any(p_kinds)) and (p_attachment is null or ${row}.has_attachment = p_attachment)
         and ${row}.occurred_at >= p_from and (${row}.occurred_at, ${id}) < (p_before, p_before_id)`
}

/** By its key, one by one: asked as a join, the planner may read the whole text index for each batch. */
export function matches(item: string): string {
  return `(select t.lexemes @@ query from item_text t where t.item_id = ${item})`
}

/** Of a person: mail to or from the addresses, activities with the person. For functions that hold `addresses`. */
export function ofPerson(item: string): string {
  return `(p_person is null or coalesce(
    (select true from item o join message_address m on m.message_id = o.object_id where o.id = ${item} and m.address = any(addresses) limit 1),
    (select true from item o join activity c on c.id = o.object_id where o.id = ${item} and c.person_id = p_person limit 1), false))`
}

/** The next batch of items that I see, merged over my principals. All of the batch is mine, so nothing was passed over. */
export function merged(place: string): string {
  return `select array_agg(x.item_id), array_agg(x.occurred_at), count(*) into ids, times, seen from (
        select distinct y.item_id, y.occurred_at from unnest(held) p cross join lateral (
          select a.item_id, a.occurred_at from item_access a
           where ${place} and ${filter('a')} and (a.occurred_at, a.item_id) < (walk_at, walk_id)
           order by a.occurred_at desc, a.item_id desc limit batch) y
         order by 2 desc, 1 desc limit batch) x;
      walk_at := coalesce(times[seen], walk_at);
      walk_id := coalesce(ids[seen], walk_id);`
}

/** The next batch of items, those that I do not see as nulls. */
export function walked(place: string, mine: string): string {
  return `select array_agg(case when x.mine then x.id end), array_agg(x.occurred_at), count(*), min(x.occurred_at),
             (array_agg(x.id))[count(*)::int] into ids, times, seen, walk_at, walk_id from (
        select w.id, w.occurred_at, (select true from item_access a where a.item_id = w.id and ${mine} limit 1) as mine from (
          select i.id, i.occurred_at from item i
           where ${place} and ${filter('i')} and (i.occurred_at, i.id) < (walk_at, walk_id)
           order by i.occurred_at desc, i.id desc limit batch) w
         order by w.occurred_at desc, w.id desc) x;`
}

/** Kind and attachment, which stand beside the words too. */
function suits(row: string): string {
  return `(p_kinds is null or ${row}.kind = any(p_kinds)) and (p_attachment is null or ${row}.has_attachment = p_attachment)`
}

/** All items that hold the words, as the index tells them; what does not suit without its time. */
export function told(limit: string): string {
  return `select array_agg(w.item_id), array_agg(case when ${suits('w')} and w.occurred_at >= p_from and (w.occurred_at, w.item_id) < (walk_at, walk_id)
                 then w.occurred_at end) into ids, times from words_hold(query, places, ${limit}) w;`
}

/** Those of them that suit, newest first. */
export const sorted = `select array_agg(s.id), array_agg(s.at) into ids, times from (
          select u.id, u.at from unnest(ids, times) u(id, at) where u.at is not null order by u.at desc, u.id desc) s;`

/** Texts newest first, whether they hold the words, a batch of them. */
export function texts(place: string): string {
  return `select t.item_id, t.occurred_at, ${suits('t')} and t.lexemes @@ query as suits from item_text t
             where ${place} and t.occurred_at >= p_from and (t.occurred_at, t.item_id) < (walk_at, walk_id)
             order by t.occurred_at desc, t.item_id desc limit batch`
}

/** The same of the few files in `places`. */
export const ofPlaces = `select x.item_id, x.occurred_at, x.suits from unnest(places) p cross join lateral (
            ${texts('t.contractor_id = p')}) x order by x.occurred_at desc, x.item_id desc limit batch`

/** The next batch of texts; of those that hold the words it is asked afterwards which of them I see. */
export function read(batch: string): string {
  return `select array_agg(w.item_id) filter (where w.suits), array_agg(w.occurred_at) filter (where w.suits), count(*), min(w.occurred_at),
               (array_agg(w.item_id))[count(*)::int] into ids, times, seen, walk_at, walk_id from (
          ${batch}) w;`
}

/** Answers those of a batch that pass, as many as are still wanted. */
export function finds(condition: string): string {
  return `for hit in
        select u.id, u.at from unnest(ids, times) with ordinality u(id, at, n)
         where ${condition} and ${ofPerson('u.id')} order by u.n limit p_limit - found
      loop
        found := found + 1;
        item_id := hit.id;
        occurred_at := hit.at;
        return next;
      end loop;`
}

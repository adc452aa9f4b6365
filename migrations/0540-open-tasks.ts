import { Migration } from '@mikro-orm/migrations'
import { held, heldInFile } from './rule.ts'

const isOpen = `a.state in ('new', 'in-progress')`
const dueOf = `coalesce(a.due_on, '9999-12-31')`

/**
 * A contractor's open tasks come with every lookup: a task's item says by when it is to be done, so that those which were
 * done in many years cost nothing, and the first are read in their order. Measured with 9,500 tasks, 206 of them open:
 * 150 ms before.
 */
export class OpenTasks extends Migration {
  override up() {
    this.addSql(`
-- Of an open task: its day, or the last of all days where it has none. Null of everything else.
alter table item add column open_due date;

-- Whatever changes a task writes its item after it.
create function item_follows_task() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.open_due := (select ${dueOf} from activity a where a.id = new.object_id and ${isOpen});
  return new;
end $$;
create trigger item_follows_task before insert or update on item
  for each row when (new.kind = 'task') execute function item_follows_task();

alter table item no force row level security;
alter table activity no force row level security;
alter table item disable trigger user;
update item i set open_due = ${dueOf} from activity a where a.id = i.object_id and i.kind = 'task' and ${isOpen};
alter table item enable trigger user;
alter table activity force row level security;
alter table item force row level security;

create index item_open_tasks on item (contractor_id, open_due, object_id) where open_due is not null;
drop index item_tasks;

-- The open tasks of a file that I may see, those due first, each with the item by which I do. What I am, and where in the
-- file I stand, is read once and not for each task.
create function first_tasks(p_contractor uuid, p_limit int) returns table (activity_id uuid, item_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  my_ids uuid[];
  mine uuid[];
begin
  if not exists (select from item i where i.contractor_id = p_contractor and i.open_due is not null) then return; end if;
  my_ids := array(select m.principal_id from membership m where m.user_id = me());
  mine := ${heldInFile};
  return query select i.object_id, i.id from item i
    where i.contractor_id = p_contractor and i.open_due is not null
      and (select true from item_access x where x.item_id = i.id and x.principal_id = any(mine) limit 1)
    order by i.open_due, i.object_id limit p_limit;
end $$;

-- The first of them as they are shown beside a mail, and how many there are, as far as it is told; null without any. Each
-- was found by an item that I may see, so the policies need not ask again, which cost as much as finding them.
create function tasks_beside(p_contractor uuid, p_shown int, p_most int) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  activities uuid[];
  items uuid[];
begin
  select array_agg(t.activity_id order by t.n), array_agg(t.item_id order by t.n) into activities, items
    from first_tasks(p_contractor, p_most) with ordinality t(activity_id, item_id, n);
  if activities is null then return null; end if;
  return json_build_object('amount', cardinality(activities), 'items', (select json_agg(t) from (
    select a.id, f.item_id as "itemId", a.title, a.state, a.priority, a.due_on::text as "dueOn", a.assignee_id as "assigneeId",
           u.name as "assigneeName", case when a.given_by <> a.assignee_id then g.name end as "givenBy",
           iso(a.accepted_at) as "acceptedAt", c.id as "contractorId", c.name as "contractorName"
      from unnest(activities[:p_shown], items[:p_shown]) with ordinality f(activity_id, item_id, n)
      join activity a on a.id = f.activity_id left join contractor c on c.id = p_contractor
      left join app_user u on u.id = a.assignee_id left join app_user g on g.id = a.given_by
     order by f.n) t));
end $$;

-- That of 0130, likewise.
create or replace function open_tasks(p_contractor uuid, p_case uuid) returns table (activity_id uuid, item_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_contractor is not null then
    return query select t.activity_id, t.item_id from first_tasks(p_contractor, null) t;
  else
    return query select distinct on (i.object_id) i.object_id, i.id from item_access x join item i on i.id = x.item_id
      where x.case_file_id = p_case and x.kind = 'task' and i.open_due is not null and ${held('x.principal_id')} order by i.object_id, i.created_at, i.id;
  end if;
end $$;

do $$
begin
  grant create on schema public to lupa_intake, lupa_reader;
  revoke execute on function first_tasks(uuid, int) from public;
  alter function first_tasks(uuid, int) owner to lupa_reader;
  revoke execute on function tasks_beside(uuid, int, int) from public;
  grant execute on function tasks_beside(uuid, int, int) to lupa_app;
  alter function tasks_beside(uuid, int, int) owner to lupa_reader;
  revoke execute on function item_follows_task() from public;
  grant execute on function item_follows_task() to lupa_app;
  alter function item_follows_task() owner to lupa_intake;
  revoke create on schema public from lupa_intake, lupa_reader;
end $$;
`)
  }
}

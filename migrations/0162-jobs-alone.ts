import { Migration } from '@mikro-orm/migrations'

/**
 * What works in the background is called by the role of the jobs alone. Until now it was the application's too, and asked
 * only whether somebody was signed in: whoever once made the application forget him would have been let in.
 */
export class JobsAlone extends Migration {
  override up() {
    this.addSql(`
-- That of 0080, for the one whose mail it is only.
create or replace function index_message(p_message uuid, p_body text, p_lexemes text, p_analyser int) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(sees_message(p_message), false) then return; end if;
  insert into message_text (message_id, body) values (p_message, p_body) on conflict do nothing;
  update item_text t set lexemes = p_lexemes::tsvector, analyser = p_analyser
    from item i where i.object_id = p_message and t.item_id = i.id and t.analyser < p_analyser;
end $$;

-- The text of a mail that was read again, for the jobs. Its words they make themselves.
create function keep_message_text(p_message uuid, p_body text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into message_text (message_id, body) values (p_message, p_body) on conflict do nothing
$$;

-- Jobs are queued one by one since 0019.
drop function waiting_arrivals();

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  revoke execute on function keep_message_text(uuid, text) from public;
  grant execute on function keep_message_text(uuid, text) to lupa_jobs;
  alter function keep_message_text(uuid, text) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname in (
      'arrival_to_read', 'queue_arrivals', 'queue_grace', 'end_grace', 'queue_documents', 'document_to_read', 'keep_document_text',
      'take_redecision', 'redecision_batch', 'settle_redecision', 'unknown_blobs', 'find_journal_address', 'plain_journal_addresses',
      'seal_journal_address', 'keep_journal_arrival', 'journal_backlog', 'due_journal_arrivals', 'journal_owners',
      'settle_journal_arrival', 'put_off_journal_arrival') loop
    execute format('revoke execute on function %s from lupa_app', f);
    execute format('grant execute on function %s to lupa_jobs', f);
  end loop;
end $$;
`)
  }
}

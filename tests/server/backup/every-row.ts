import { openAnchors } from '../../../server/audit/anchors.ts'
import { sealAll } from '../../../server/audit/start-sealing.ts'
import type { TestHouse } from '../../support/house.ts'
import type { Ids } from '../matrix/samples.ts'

/** What a file of rows could spoil on its way. */
const AWKWARD = String.raw`zażółć \N \. \\n „cudzysłów” '' 🗂` + '\t\r\n.'
const awkward = `'${AWKWARD.replaceAll("'", "''")}'`
const bytes = String.raw`'\x00ff5c4e0a09'::bytea`
const hash = `repeat('ab', 32)`
const blob = '(select hash from blob order by hash limit 1)'
const message = '(select id from message order by id limit 1)'
const copy = '(select id from message_copy order by id limit 1)'
const soon = `now() + interval '1 hour'`

/** A row of each table that a company has only after a while, or only for a moment. */
export async function fillTheRest(test: TestHouse, ids: Ids) {
  const rows = { ...rowsOfPeople(ids), ...rowsOfFiles(ids), ...rowsOfDoors(ids) }
  for (const [table, values] of Object.entries(rows))
    await test.asSuper.query(`insert into ${table} values (${values})`)
  // What is chained already, and an entry that waits for it.
  await sealAll(test.jobs, openAnchors(test.house.config.dataFolder), test.house.now)
  await test.asSuper.query(
    `insert into audit_entry (verb, object_type, object_id) values ('próba', 'user', gen_random_uuid())`,
  )
}

function rowsOfPeople({ user, provider, webhook, erasure }: Ids): Record<string, string> {
  return {
    'credential (user_id, password_hash)': `'${user}', 'x'`,
    'erasure_kept (erasure_id, object_type, object_id, reason)': `'${erasure}', 'message', ${message}, 'others'`,
    'audit_redaction (entry_id, by_entry)': '1, 2',
    'second_factor (user_id, secret)': `'${user}', ${bytes}`,
    'recovery_code (user_id, code_hash)': `'${user}', 'x'`,
    'session (family_id, user_id, token_hash, expires_at)': `gen_random_uuid(), '${user}', 'x', ${soon}`,
    'sign_in_attempt (key, failures)': `'address 10.0.0.1', 3`,
    'handover (code_hash, challenge, user_id, expires_at)': `'x', 'x', '${user}', ${soon}`,
    'download_ticket (token_hash, user_id, session_id, path_hash, expires_at)': `'x', '${user}', gen_random_uuid(), 'x', ${soon}`,
    'provider_visit (state_hash, provider_id, nonce, verifier, challenge, expires_at)': `'x', '${provider}', 'x', 'x', 'x', ${soon}`,
    'former_address (user_id, address)': `'${user}', 'dawna@stara.example'`,
    'first_run (token_hash)': `'x'`,
    'notification_seen (user_id, seen_at)': `'${user}', now()`,
    'user_digest (user_id, digest, last_day)': `'${user}', 'daily', '2026-11-27'`,
    'outgoing_mail (kind, user_id, about, failure)': `'mailbox-alarm', '${user}', array[gen_random_uuid()], 'unreachable'`,
    'webhook_delivery (webhook_id, event)': `'${webhook}', 'item.changed'`,
    'company_setting (key, value)': `'próba', to_jsonb(${awkward}::text)`,
  }
}

function rowsOfFiles({ user, contractor, caseFile, task, note }: Ids): Record<string, string> {
  return {
    'activity_entry (activity_id, by_id, comment)': `'${task}', '${user}', ${awkward}`,
    'blob_text (blob_hash, state, text, reader)': `${blob}, 'read', ${awkward}, 1`,
    'decision (message_id, contractor_id, verdict, decided_by)': `${message}, '${contractor}', 'never', '${user}'`,
    'document_choice (message_id, contractor_id, content, chosen_by)': `${message}, '${contractor}', ${hash}, '${user}'`,
    'file_look (user_id, contractor_id, looked_at)': `'${user}', '${contractor}', now()`,
    'case_look (user_id, case_file_id, looked_at)': `'${user}', '${caseFile}', now()`,
    'file_pin (user_id, contractor_id)': `'${user}', '${contractor}'`,
    'follow (user_id, object_type, object_id, follows)': `'${user}', 'contractor', '${contractor}', true`,
    'forwarded_sender (message_id, position, name, address)': `${message}, 0, ${awkward}, 'a@b.example'`,
    'invoice (blob_hash, schema, number, gross, currency, issued_on)': `${blob}, 'FA(3)', 'FV/1', 1234.50, 'PLN', '2026-11-27'`,
    'item_reading (item_id, user_id, what)': `'${note}', '${user}', 'page'`,
    'meeting_invitation (activity_id, contractor_id, uid, sequence, organizer, sender, place, occurrences, message_id)': `'${task}', '${contractor}', 'x', 0, 'a@b.example', 'a@b.example', ${awkward}, array[now(), ${soon}], ${message}`,
    'merged_contractor (id, into_id, name)': `gen_random_uuid(), '${contractor}', ${awkward}`,
    'message_reference (message_id, position, reference)': `${message}, 0, 'x@y.example'`,
    'teaching (message_id, contractor_id, verdict, evidence, taught_by)': `${message}, '${contractor}', 'right', '[]', '${user}'`,
    'thread_choice (user_id, thread, contractor_id)': `'${user}', 'x@y.example', '${contractor}'`,
    'upload_key (user_id, key, contractor_id, fingerprint)': `'${user}', 'x', '${contractor}', 'x'`,
  }
}

function rowsOfDoors({ mailbox }: Ids): Record<string, string> {
  return {
    'filed_mark (copy_id, mailbox_id)': `${copy}, '${mailbox}'`,
    'graph_folder (mailbox_id, folder, state_hash)': `'${mailbox}', ${awkward}, ${bytes}`,
    'journal_arrival (source_hash, size, recipients)': `${hash}, 1, '["a@b.example"]'`,
    'mailbox_alarm (mailbox_id)': `'${mailbox}'`,
    'mailbox_failure (mailbox_id, folder, uid, uid_validity, reason, next_try_at)': `'${mailbox}', ${awkward}, 1, 1, 'x', ${soon}`,
    'mailbox_helper (mailbox_id, principal_id)': `'${mailbox}', gen_random_uuid()`,
    'mailbox_state (mailbox_id, folder, uid_validity)': `'${mailbox}', ${awkward}, 1`,
  }
}

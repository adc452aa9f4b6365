import type { Statement } from '../database/work.ts'

/** Where an item was filed, as far as the reader may see: one row per filing, and his personal way in when he has no other. */
export const filingsOfItem: Statement = {
  name: 'filings-of-item',
  text: `
    select i.id as "itemId", c.id as "contractorId", c.name as "contractorName", k.id as "caseId", k.reference as "caseReference",
           k.title as "caseTitle", u.name as by, iso(f.filed_at) as at, f.method, case when f.case_file_id is not null and k.id is null then '' else f.evidence end as evidence,
           f.comment
      from filing f join item i on i.id = f.item_id left join contractor c on c.id = i.contractor_id
      left join case_file k on k.id = f.case_file_id left join app_user u on u.id = f.filed_by
     where f.item_id = any($1::uuid[])
     union all
    select i.id, c.id, c.name, null, null, null, u.name, iso(g.granted_at), 'hand', '', g.comment
      from item_grant g join item i on i.id = g.item_id left join contractor c on c.id = i.contractor_id left join app_user u on u.id = g.granted_by
     where g.item_id = any($1::uuid[]) and g.reason = 'filed' and g.principal_id = me()
       and not exists (select from filing f where f.item_id = g.item_id)
     order by at`,
}

/** What the reader may do with an item, and whether his reading is to be written down. */
export const verbsOfItem: Statement = {
  name: 'verbs-of-item',
  text: `
    select item_verbs($1) || jsonb_build_object('chooseDocuments', may_choose_documents($1)) as may, is_confidential($1) as confidential,
           (select pinned_at is not null from item where id = $1) as pinned`,
}

/** What stands behind a mail item. */
export const messageOfItem: Statement = {
  name: 'message-of-item',
  text: `
    select iso(m.sent_at) as "sentAt", iso(m.received_at) as "receivedAt", m.marks,
           (select a.address from message_address a join contractor c on c.id = i.contractor_id
             where a.message_id = m.id and a.role = 'from' and a.position = 0 and m.direction = 'in'
               and not m.marks && array['several-from', 'from-disagrees'] and holds(c.audience_id)) as "teachableSender",
           coalesce((select json_agg(json_build_object('position', a.position, 'name', a.name, 'type', a.type, 'size', a.size,
                       'documentType', a.document_type, 'itemId', k.id, 'keptAs', k.kind) order by a.position)
              from attachment a left join lateral (
                select o.id, case when d.uploaded_by is null then o.kind end as kind
                  from document d join item o on o.object_id = d.id and o.contractor_id = d.contractor_id
                 where d.contractor_id = i.contractor_id and d.blob_hash = a.blob_hash
                 order by d.uploaded_by is null desc, d.name = a.name desc limit 1) k on true
             where a.message_id = m.id), '[]') as attachments,
           made_activities(m.id, null, 50) as activities
      from item i join message m on m.id = i.object_id where i.id = $1`,
}

/** Until when a mail is its reader's alone: null when he will release it himself. */
export const holdOfItem: Statement = {
  name: 'hold-of-item',
  text: `select iso(f.held_until) as until from filing f where f.item_id = $1 and f.held_by is not null order by f.held_until limit 1`,
}

/** What an invitation said of a meeting, as it stands now. */
export const meetingOfItem: Statement = {
  name: 'meeting-of-item',
  text: `
    select v.place, v.organizer, iso(a.starts_at) as "startsAt", iso(a.ends_at) as "endsAt",
           array(select iso(x) from unnest(v.occurrences) x order by x) as occurrences, coalesce(a.state = 'cancelled', false) as "isCancelled"
      from item i join meeting_invitation v on v.activity_id = i.object_id join activity a on a.id = i.object_id where i.id = $1`,
}

/** What an activity says, and what became of it; names of people of ours and, where they are seen, of the contractor's. */
export const activityOfItem: Statement = {
  name: 'activity-of-item',
  text: `
    select a.note, iso(a.starts_at) as "startsAt", iso(a.ends_at) as "endsAt", a.direction, n.id as "personId", n.name as "personName",
           a.assignee_id as "assigneeId", u.name as "assigneeName", case when a.given_by <> a.assignee_id then g.name end as "givenBy",
           iso(a.accepted_at) as "acceptedAt", a.due_on::text as "dueOn", a.priority, a.state, b.name as "createdBy", iso(a.created_at) as "createdAt",
           may_change_activity(a.id) as "mayChange",
           coalesce((select json_agg(json_build_object('id', e.id, 'at', iso(e.at), 'by', w.name, 'comment', e.comment, 'field', e.field,
               'before', case e.field when 'assignee' then (select x.name from app_user x where x.id::text = e.before)
                                      when 'person' then (select x.name from person x where x.id::text = e.before) else e.before end,
               'after', case e.field when 'assignee' then (select x.name from app_user x where x.id::text = e.after)
                                     when 'person' then (select x.name from person x where x.id::text = e.after) else e.after end) order by e.n)
             from activity_entry e join app_user w on w.id = e.by_id where e.activity_id = a.id), '[]') as history
      from item i join activity a on a.id = i.object_id join app_user b on b.id = a.created_by
      left join app_user u on u.id = a.assignee_id left join app_user g on g.id = a.given_by left join person n on n.id = a.person_id
     where i.id = $1`,
}

/** The mail with which a document came, where the reader sees both. */
export const mailOfDocument: Statement = {
  name: 'mail-of-document',
  text: `
    select m.id, m.title from filing f join item i on i.id = f.item_id join item m on m.object_id = f.via_message_id and m.contractor_id = i.contractor_id
     where f.item_id = $1 and f.via_message_id is not null order by f.filed_at limit 1`,
}

/** What a structured invoice says, when the document behind an item is one. */
export const invoiceOfItem: Statement = {
  name: 'invoice-of-item',
  text: `
    select v.schema, v.number, v.seller_nip as "sellerNip", v.seller_name as "sellerName", v.buyer_nip as "buyerNip", v.buyer_name as "buyerName",
           v.issued_on::text as "issuedOn", v.due_on::text as "dueOn", v.currency, v.net::text, v.vat::text, v.gross::text, v.corrects
      from item i join document d on d.id = i.object_id join invoice v on v.blob_hash = d.blob_hash where i.id = $1`,
}

/** The source of a mail item, as far as the reader may have it. */
export const sourceOfItem: Statement = {
  name: 'source-of-item',
  text: 'select hash, is_blind as "isBlind", is_stripped as "isStripped" from item_source($1)',
}

/** The file that a source was made from. */
export const originOfSource: Statement = {
  name: 'origin-of-source',
  text: 'select origin_hash as hash from source_origin where source_hash = $1 order by origin_hash limit 1',
}

/** Who may see an item, by name, and one row without anybody when nobody is known; none when the reader may not see it himself. */
export const viewersOfItem: Statement = {
  name: 'viewers-of-item',
  text: `
    select case when v.id is not null then json_build_object('id', v.id, 'name', v.name, 'isGroup', v.is_group) end as viewer
      from item i left join lateral item_viewers(i.id) v on true where i.id = $1 order by v.is_group desc, v.name`,
}

/** Who looks after an item, so that the reader cannot leave him out of a circle of it. */
export const stayingWithItem: Statement = {
  name: 'staying-with-item',
  text: 'select s.id, s.name, false as "isGroup" from who_stays($1) s',
}

/** How far the document behind an item is read for search. */
export const textStateOfItem: Statement = {
  name: 'text-state-of-item',
  text: `select d.text_state as "textState", json_build_object('name', d.name, 'type', d.media_type, 'size', d.size) as file from item i join document d on d.id = i.object_id where i.id = $1`,
}

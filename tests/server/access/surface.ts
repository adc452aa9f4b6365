/** What the application's role may call of the functions that run with rights of their own, and why that is safe. */
export const definers: Record<string, Record<string, string>> = {
  'asks the reader’s rights itself, and answers what he may see': {
    lupa_reader:
      'case_page company_page file_rows find_contractors holds holds_contractor item_rows items_of_message my_principals pane_file pane_filed pane_matches sees_case sees_case_of sees_contractor sees_item_of sees_message sweep_page text_page triage_chosen triage_groups',
    lupa_intake: 'audience_members item_viewers sweep_counts show_rules latest_rule_mails rule_mails_after',
  },
  'changes what the caller may change, by the same rule': {
    lupa_intake:
      'change_audience change_item_audience change_rule create_audience create_rule file_all file_and_show keep_origin keep_trust leave_out lift_decision mark_rule move_item note_teaching order_rules put_filing put_invoices put_triage recover_left_out remove_rule rename_item retype_document settle_triage store_and_ask store_message take_out wait_again hold_rule_mail add_task',
  },
  'knows the whole company for the decision; what it answers is told to nobody': {
    lupa_intake: 'active_rules ask_about blocked_for filing_facts named_facts never_for repeated_pictures',
  },
  'is for administrators only': { lupa_intake: 'administrators_only dead_jobs forget_job job_counts retry_job' },
  'is for work in the background, and refuses or shows nothing to a user': {
    lupa_intake:
      'arrival_to_read due_journal_arrivals find_journal_address journal_backlog journal_owners keep_journal_arrival put_off_journal_arrival queue_arrivals redecision_batch settle_journal_arrival settle_redecision take_redecision unknown_blobs waiting_arrivals mailbox_unfiled',
    lupa_identity: 'graph_notified mailbox_doors open_mailbox open_microsoft',
  },
  'tells a number or whether the queue works': { lupa_intake: 'next_reference queue_works' },
  'lets people in: the only functions that read secrets': {
    lupa_identity:
      'create_setup_link create_user credential_of end_session find_user is_empty_company set_password start_session trade_session use_setup_link',
  },
  'is a trigger and cannot be called': {
    lupa_intake: 'ask_redecision close_membership fan_out_filing fan_out_grant fan_out_item join_everyone leave_groups',
  },
}

/** Functions of their own rights that only other such functions call. */
export const inner: Record<string, string> = {
  lupa_intake: 'copy_circle history_facts near_domains put_document repoint_documents',
  lupa_reader: 'mail_with rows_for',
}

/** Functions that run with the caller's rights. */
export const callersOwn = 'am_admin is_own iso may_see_contractor me near_keys refuse_anybody'

/** Tables of which the application's role sees rows, as far as their policies show them. No secret is among them. */
export const readable =
  'activity address app_group app_user arrival attachment audience audience_member audit_entry blocked_address case_file case_party company_setting contractor decision document file_principal filing graph_folder group_member invoice item item_access item_grant journal_address mailbox mailbox_failure mailbox_state membership message message_address message_copy message_reference microsoft_tenant never_address own_address person source_origin teaching triage_entry'

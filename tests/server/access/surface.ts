/** What the application's role may call of the functions that run with rights of their own, and why that is safe. */
export const definers: Record<string, Record<string, string>> = {
  'asks the reader’s rights itself, and answers what he may see': {
    lupa_reader:
      'case_page company_page file_rows find_contractors holds holds_contractor item_rows items_of_message my_principals pane_file pane_filed sees_case sees_case_of sees_contractor sees_item_of sees_message sweep_page search_page found_texts triage_chosen triage_groups my_changes open_tasks tasks_beside file_heads file_picks case_picks best_page near_page item_has_words count_finds find_cases find_persons related_of related_page triage_page',
    lupa_intake:
      'audience_members item_viewers kept_ways who_stays sweep_counts show_rules latest_rule_mails rule_mails_after sees_item may_share looks_after_item is_confidential item_readings item_seers item_shares item_verbs stands_in keeps_audience place_seers place_verbs follows my_notifications given_to_me seen_until openings journal_health mailbox_held are_marks_to_be_checked knows_blind item_source may_change_activity recent_files pinned_files changed_files chosen_documents may_choose_documents version_offers my_digest my_meetings survivor_of merge_words triage_source copy_to_file',
    lupa_identity: 'is_just_signed_in my_access_tokens my_factor my_identities my_password_hash my_sessions',
  },
  'changes what the caller may change, by the same rule': {
    lupa_intake:
      'change_audience change_item_audience change_rule create_audience create_rule index_message keep_origin keep_trust leave_out lift_decision mark_rule move_item note_teaching order_rules put_filing put_invoices put_triage recover_left_out remove_rule rename_item retype_document settle_triage store_and_ask store_message take_out wait_again hold_rule_mail add_task answer_sweep check_marks due_marks end_break_glass file_under_consent hand_over hurry_journal remove_journal_address keep_mine note_document_reading note_reading put_meetings put_off_marks release_mine see_notifications set_follow settle_marks share_item unshare_item give_task change_activity comment_activity add_party remove_party look_at_file look_at_case pin_item pin_file choose_documents choose_attachment put_upload link_version unlink_version set_my_digest merge_contractors narrow_new_filings relate_contractors unrelate_contractors remove_contractor',
    lupa_identity:
      'change_password create_access_token end_access_token end_other_sessions remove_factor remove_identity set_my_language create_download_ticket',
  },
  'knows the whole company for the decision; what it answers is told to nobody': {
    lupa_intake:
      'active_rules ask_about blocked_for consents_of filing_facts named_facts never_for repeated_pictures put_forwarded',
  },
  'is for administrators only': {
    lupa_intake:
      'administrators_only dead_jobs forget_job job_counts retry_job open_break_glass view_as what_is_left hand_everything_over mail_password_link recent_mails webhooks put_webhook change_webhook change_webhook_secret remove_webhook try_webhook webhook_log retention_counts storage_figures find_people person_report open_person_export person_export_records person_export_mails preview_erasure ask_erasure erasures erasure_left lift_tombstone remove_group',
    lupa_identity:
      'accounts every_access_token end_any_access_token change_account change_profile end_account_sessions end_setup_links identity_requests link_identity provider_settings put_provider remove_identity_request remove_provider mail_server_settings put_mail_server remove_mail_server person_export_sign_ins',
  },
  'is for administrators, and for the jobs and the command line, who are nobody; ids and hashes only': {
    lupa_audit: 'audit_faults audit_hashes audit_head audit_stuck',
  },
  'is for work in the background, and refuses or shows nothing to a user': {
    lupa_intake: 'mailbox_unfiled server_figures delivery_to_send settle_delivery drop_delivery',
    lupa_identity: 'graph_notified mailbox_doors open_mailbox open_microsoft open_mail_server',
  },
  'tells a number or whether the queue works': {
    lupa_intake: 'next_case_number queue_works',
    lupa_identity: 'has_mail_server',
  },
  'lets people in: the only functions that read secrets': {
    lupa_identity:
      'create_setup_link create_user credential_of end_session find_user is_empty_company set_password start_session trade_session use_setup_link begin_attempt count_forgotten begin_handover begin_visit confirm_factor end_handover end_visit enter factor_of forgive_attempts must_have_factor open_provider put_factor sign_in_providers use_access_token use_factor_step use_recovery_code user_of_identity user_of_link open_first_run is_first_run use_first_run use_download_ticket',
  },
  'notes a wish for the jobs, and answers nothing': { lupa_intake: 'ask_forgotten' },
  'is a trigger and cannot be called': {
    lupa_intake:
      'item_stays_on_hold filing_stays_on_hold ask_redecision close_membership fan_out_filing fan_out_grant fan_out_item join_everyone leave_groups access_changed close_circle copy_came keep_held let_recipients_in mail_taken_out meetings_go_along note_access_lost note_access_won note_ended note_item_changed note_member_left note_membership note_notification note_place_changed note_triage note_helpers keep_own_way address_stays_on_hold person_stays_on_hold message_stays_on_hold address_stays_erased message_stays_erased link_made_activities unlink_made_activities item_follows_task',
    lupa_audit: 'tail_audit',
  },
}

/** Functions of other rights that the role of the jobs calls and no session: they know the whole company. */
export const ofJobs: Record<string, string> = {
  lupa_audit: 'audit_end seal_audit',
  lupa_identity: 'make_mailed_link',
  lupa_intake:
    'mail_to_send settle_mail mail_forgotten queue_mails queue_deliveries announce_changes expire_break_glass put_texts stale_texts arrival_to_read due_journal_arrivals find_journal_address plain_journal_addresses seal_journal_address journal_backlog journal_owners keep_journal_arrival put_off_journal_arrival keep_message_text queue_arrivals redecision_batch settle_journal_arrival settle_redecision take_redecision unknown_blobs end_grace queue_grace queue_documents document_to_read keep_document_text raise_alarms raise_backup_alarm queue_digests retain_batch queue_erasures erase_person_batch',
}

/** Functions of their own rights that only other such functions call. */
export const inner: Record<string, string> = {
  lupa_intake:
    'held_contractors is_address_of leans_on tell_former_address add_reading have_read copy_circle document_in_file near_domains put_document repoint_documents audience_people close_opening concerned_people has_blind is_blind looks_after end_share hand_items_over hand_mailboxes_over hand_places_over hand_tasks_over has_left is_deserted left_behind queue_mail add_mail_job unread_mailboxes queue_delivery add_delivery_job tell_of_alarm erase_item forget_blobs recognise_document recognise_filed recognise_read person_hash person_addresses person_mails person_export_addresses is_address_held is_person_held is_erased is_item_held fate_of_mail add_erasure_job erase_mail redact_texts redact_activities erase_records merge_files places_to_choose brought_too take_documents_out take_document_in move_text place_text my_reminders erase_stored_records people_with carry_ways let_assignee_in seeing_assignee stands keepers staying give_ways stands_by end_needless_ways end_left_out_ways keep_in',
  lupa_identity: 'end_sessions has_password forget_identity_requests',
  lupa_audit: 'redact_audit',
  lupa_reader:
    'first_tasks mail_with seen_contractors found_items words_expected words_hold helps_mailbox helps_with decides_for decides_about',
}

/** Functions that run with the caller's rights. */
export const callersOwn =
  'am_admin audit_line consent_is_its_owners counted_attachments end_hold fold_name is_own iso last_of made_activities mail_mark may_see_contractor me message_mark name_pieces name_words near_keys other_side pane_lookup phone_keys plain_name plain_words recheck_marks recognised_type refuse_anybody type_by_words version_stem without_words'

/** Tables of which the application's role sees rows, as far as their policies show them. No secret is among them. */
export const readable =
  'activity activity_entry address app_group app_user arrival attachment audience audience_member audit_entry audit_seal blocked_address case_file case_party company_setting contractor contractor_relation decision document document_type document_version file_principal filing forwarded_sender graph_folder group_member invoice item item_access item_grant journal_address legal_hold mail_template mailbox mailbox_alarm mailbox_failure mailbox_helper mailbox_state meeting_invitation membership message message_address message_copy message_reference microsoft_tenant never_address own_address person person_hold source_origin teaching thread_choice triage_entry'

/** Functions of the application that serve whoever is nobody, though not by a secret that he shows: numbers, ids and hashes. */
export const ofNobody = {
  'counts and ages for the page of figures, which has a token of its own': 'server_figures',
  'the audit log’s own examination': 'audit_faults audit_hashes audit_head audit_stuck',
  'what webhooks send, which a test sends within its request; secrets stay sealed':
    'delivery_to_send drop_delivery settle_delivery',
  'the server for our mail, tried within a request; its password stays sealed': 'open_mail_server',
  'the first way in, while there is nobody yet': 'open_first_run',
}

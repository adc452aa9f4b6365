import { Migration } from '@mikro-orm/migrations'

/** Indexes for the last foreign keys that had none: removing or merging what they name read the whole table. */
export class ForeignKeys extends Migration {
  override up() {
    this.addSql(`
create index activity_assigned on activity (assignee_id) where assignee_id is not null;
create index activity_giver on activity (given_by) where given_by is not null;
create index document_choice_contractor on document_choice (contractor_id);
create index document_choice_chosen_by on document_choice (chosen_by);
create index rule_of_owner on rule (owner_id) where owner_id is not null;
`)
  }
}

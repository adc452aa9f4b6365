import { Migration } from '@mikro-orm/migrations'

/** What a server says that is not our border counts for nothing (RFC 8601): it makes a sender neither trusted nor suspect. */
export class ForeignVerdicts extends Migration {
  override up() {
    this.addSql(`
update message set trust = null, trust_why = null where trust_why = 'made-up-verdict';
update triage_entry set reason = 'doubtful-sender' where reason = 'made-up-verdict';
`)
  }
}

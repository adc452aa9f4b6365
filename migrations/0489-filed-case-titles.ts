import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/** A mail that is filed says the title of its case also where the case is closed, or not among those that stand beside it. */
export class FiledCaseTitles extends Migration {
  override up() {
    this.addSql(
      reword('pane_filed(text, text)', [
        ['k.reference as "caseReference",', 'k.reference as "caseReference", k.title as "caseTitle",'],
      ]),
    )
  }
}

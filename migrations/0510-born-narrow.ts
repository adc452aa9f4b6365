import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/** A file that is put in for few is, like a mail, gone for nobody: those of the place never saw it. */
export class BornNarrow extends Migration {
  override up() {
    this.addSql(
      reword('put_upload(jsonb)', [
        [
          `    update filing f set own_audience = true, audience_id = create_audience(array(select jsonb_array_elements_text(p->'principals'))::uuid[], null)
     where f.item_id = thing and f.case_file_id is not distinct from kase and f.xmin = pg_current_xact_id()::xid;`,
          `    perform narrow_new_filings(thing, array(select jsonb_array_elements_text(p->'principals'))::uuid[]);`,
        ],
      ]),
    )
  }
}

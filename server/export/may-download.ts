import { exportAudit } from '../../shared/audit.ts'
import { readDocumentContent } from '../../shared/document.ts'
import { exportCaseTimeline, exportFile, exportTimeline } from '../../shared/export.ts'
import { readItemSource } from '../../shared/item.ts'
import { readItemAttachment } from '../../shared/item-message.ts'
import { exportContractors, exportFinds, exportPeople, exportTasks } from '../../shared/list-export.ts'
import { readPersonExport } from '../../shared/person-data.ts'
import { administratorsOnly } from '../audit/read-audit.ts'
import { readCase } from '../case-file/read-case.ts'
import { readContractor } from '../contractor/read-contractor.ts'
import type { Query, Tx } from '../database/work.ts'
import { readContent } from '../document/read-content.ts'
import { sourceOf } from '../item/source.ts'
import { readAttachment } from '../message/read-attachment.ts'
import { readPersonRecords } from '../person-data/read-person-export.ts'
import { Refusal } from '../refusal.ts'

interface Reader {
  work<Result>(act: (tx: Tx) => Promise<Result>): Promise<Result>
  read<Result>(act: (query: Query) => Promise<Result>): Promise<Result>
}

/** Asks what a download is about as its reader, who is refused where the download would refuse him; nothing is read of it yet. */
type Look = (reader: Reader, id: string, position: number) => Promise<unknown>

const contractor: Look = ({ work }, id) => work(tx => readContractor(tx, id))

/** A list of what its reader sees, wherever it lies: it is refused to nobody. */
const anybody: Look = async () => {}

/** Every answer that takes a ticket, by its address in the contract. */
export const looks: Record<string, Look> = {
  [exportFile.url]: contractor,
  [exportTimeline.url]: contractor,
  [exportCaseTimeline.url]: ({ work }, id) => work(tx => readCase(tx, id)),
  [exportPeople.url]: contractor,
  [exportFinds.url]: anybody,
  [exportTasks.url]: anybody,
  [exportContractors.url]: anybody,
  [readDocumentContent.url]: ({ read }, id) => read(query => readContent(query, id)),
  [readItemSource.url]: ({ read }, id) => read(query => sourceOf(query, id)),
  [readItemAttachment.url]: ({ read }, id, position) => read(query => readAttachment(query, id, position)),
  [exportAudit.url]: ({ read }) => read(administratorsOnly),
  [readPersonExport.url]: ({ read }, id) => read(query => readPersonRecords(query, id)),
}

const ID = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'
const POSITION = '(0|[1-9][0-9]{0,4})'
const addresses = Object.entries(looks).map(([url, look]) => ({
  look,
  pattern: new RegExp(`^${url.replaceAll('.', '\\.').replace(':position', POSITION).replace(/:\w+/g, ID)}(?:\\?|$)`),
}))

/**
 * Refuses a ticket for what is no download, and for what its reader may not have: what a browser saves by itself can tell nobody
 * why it did not come.
 * The download judges again, when the ticket is shown.
 */
export async function mustBeDownloadable(reader: Reader, path: string): Promise<void> {
  const found = addresses.map(({ look, pattern }) => ({ look, match: pattern.exec(path) })).find(one => one.match)
  if (!found) throw new Refusal('invalid', ['path'])
  const [, id = '', position] = found.match ?? []
  await found.look(reader, id, Number(position))
}

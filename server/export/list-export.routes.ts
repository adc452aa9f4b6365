import type { TaskRow } from '../../shared/activity.ts'
import type { ItemRow } from '../../shared/item.ts'
import * as contract from '../../shared/list-export.ts'
import { listTasks } from '../activity/list-tasks.ts'
import { record } from '../audit/record.ts'
import type { Tx } from '../database/work.ts'
import { type App, serve } from '../http/app-type.ts'
import { searchStart } from '../item/read-timeline.ts'
import { plainPage } from '../search/search-page.ts'
import { contractorColumns, contractorPages, fittingPages } from './contractor-pages.ts'
import { answerCsv, namePlace, readReader } from './csv-answer.ts'
import { itemColumns } from './item-columns.ts'
import { listCsv, type Pages } from './list-csv.ts'
import { peopleColumns, peoplePages } from './people-pages.ts'
import { taskColumns } from './task-columns.ts'

/** Of those that fit words; without words a list has no end but its own. */
const MOST_FITTING = 10_000

interface TakenList {
  list: 'search' | 'tasks' | 'contractors'
  /** A list in which nothing stands was not taken out. */
  first: { items: unknown[] }
  place?: { contractorId?: string; caseId?: string }
}

/** Writes down who took which list, and of what, and says what is needed for it. */
async function noteList(tx: Tx, { list, first, place = {} }: TakenList) {
  const reader = await readReader(tx)
  const of = ofWhat(place, reader.me.id)
  if (first.items.length > 0) await record(tx, 'exported', of.type, of.id, { list })
  return { ...reader, parts: await namePlace(tx, place) }
}

/** The log of a case or contractor tells of its lists; one of the whole company stands under who took it. */
function ofWhat({ contractorId, caseId }: NonNullable<TakenList['place']>, taker: string) {
  if (caseId) return { type: 'case', id: caseId }
  return contractorId ? { type: 'contractor', id: contractorId } : { type: 'company', id: taker }
}

export function listExportRoutes(app: App) {
  const { now } = app.house

  serve(app, contract.exportFinds, async ({ work, read, querystring, reply }) => {
    const page: Pages<ItemRow> = ({ limit, ...from }) =>
      read(query => plainPage(query, querystring, searchStart({ ...querystring, ...from }), limit))
    // Asked before the answer begins: after its first byte nothing can be refused.
    const first = await page({ limit: 1 })
    const { language, words, lists, parts } = await work(tx =>
      noteList(tx, { list: 'search', first, place: querystring }),
    )
    const csv = listCsv({ page, columns: itemColumns(words), language })
    return answerCsv(reply, csv, { parts: [...parts, lists.finds, querystring.q], at: now() })
  })

  serve(app, contract.exportTasks, async ({ work, read, querystring, reply }) => {
    const page: Pages<TaskRow> = wanted => read(query => listTasks(query, { ...querystring, ...wanted }))
    const first = await page({ limit: 1 })
    const { language, words, lists, parts } = await work(tx =>
      noteList(tx, { list: 'tasks', first, place: querystring }),
    )
    const csv = listCsv({ page, columns: taskColumns(words, lists), language })
    return answerCsv(reply, csv, { parts: [...parts, lists.tasks[querystring.of ?? 'mine']], at: now() })
  })

  serve(app, contract.exportPeople, async ({ work, read, params, querystring, reply }) => {
    const { contractorId } = params
    const page = await peoplePages(read, contractorId, querystring.q ?? '')
    const { language, lists, parts } = await work(async tx => {
      await record(tx, 'exported', 'contractor', contractorId, { list: 'people' })
      return { ...(await readReader(tx)), parts: await namePlace(tx, { contractorId }) }
    })
    const csv = listCsv({ page, columns: peopleColumns(lists), language })
    return answerCsv(reply, csv, { parts: [...parts, lists.people], at: now() })
  })

  serve(app, contract.exportContractors, async ({ work, read, querystring, reply }) => {
    const q = querystring.q?.trim() ?? ''
    const { page, isMore } = q
      ? await fittingPages(read, q, MOST_FITTING)
      : { page: await contractorPages(read), isMore: false }
    const first = await page({ limit: 1 })
    const { language, lists } = await work(tx => noteList(tx, { list: 'contractors', first }))
    const end = isMore ? lists.only(MOST_FITTING) : null
    return answerCsv(reply, listCsv({ page, columns: contractorColumns(lists), language, end }), {
      parts: [lists.contractors, q],
      at: now(),
    })
  })
}

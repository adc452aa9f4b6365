import type { WorkingHouse } from '../job/jobs-database.ts'

const BATCH = 50

/**
 * Erases what there is of a person, in short transactions. Broken off anywhere it goes on where it was, and done twice it
 * changes nothing more.
 */
export async function erasePerson({ jobs }: Pick<WorkingHouse, 'jobs'>, erasureId: string) {
  for (let isMore = true; isMore; ) {
    const [row] = await jobs.call<{ is_more: boolean }>('select erase_person_batch($1, $2) as is_more', [
      erasureId,
      BATCH,
    ])
    isMore = row?.is_more ?? false
  }
}

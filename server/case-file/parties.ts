import type { Tx } from '../database/work.ts'

/** The contractors that a case concerns, as far as the current user sees them; the first stands first. */
export async function partiesOf(tx: Tx, caseId: string): Promise<{ id: string; name: string }[]> {
  return tx.sql(
    `select c.id, c.name from case_party p join contractor c on c.id = p.contractor_id
      where p.case_file_id = $1 order by p.is_first desc, lower(c.name), c.id`,
    [caseId],
  )
}

/** The contact people of those contractors, by name. */
export async function peopleOf(tx: Tx, caseId: string): Promise<{ id: string; name: string; contractorId: string }[]> {
  return tx.sql(
    `select p.id, p.name, p.contractor_id as "contractorId" from case_party c join person p on p.contractor_id = c.contractor_id
      where c.case_file_id = $1 and p.removed_at is null order by lower(p.name), p.id`,
    [caseId],
  )
}

/** From now on the case concerns this contractor too. */
export async function addParty(tx: Tx, caseId: string, contractorId: string) {
  await tx.sql('select add_party($1, $2)', [caseId, contractorId])
}

/** The contractor is a party no longer. */
export async function removeParty(tx: Tx, caseId: string, contractorId: string) {
  await tx.sql('select remove_party($1, $2)', [caseId, contractorId])
}

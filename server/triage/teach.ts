import type { Teaching } from '../../shared/teaching.ts'
import { addAddress } from '../contractor/change-contractor.ts'
import { Contractor } from '../contractor/contractor.entity.ts'
import { mayChange } from '../contractor/may-change.ts'
import type { Tx } from '../database/work.ts'
import { unfileItem } from '../item/unfile-item.ts'
import { Refusal } from '../refusal.ts'

interface Taught {
  message_id: string
  contractor_id: string
  sender: string
  is_in: boolean
  is_doubtful: boolean
}

/** Carries out what somebody says about the filing of a mail, and keeps what it had been decided on. */
export async function teach(tx: Tx, itemId: string, { verdict, earlierMail }: Teaching) {
  const [taught] = await tx.sql<Taught>('select * from note_teaching($1, $2)', [itemId, verdict])
  if (!taught) throw new Error('note_teaching answers always')
  if (verdict === 'always') await always(tx, taught, earlierMail)
  if (verdict === 'never') await never(tx, taught)
  if (verdict === 'wrong' || verdict === 'never') {
    await unfileItem(tx, itemId, null)
    await tx.sql('select wait_again($1)', [taught.message_id])
  }
}

async function always(tx: Tx, taught: Taught, earlierMail: Teaching['earlierMail']) {
  const sender = await senderToTeach(tx, taught)
  await tx.sql('delete from never_address where value = $1 and contractor_id = $2', [sender, taught.contractor_id])
  await addAddress(tx, taught.contractor_id, { address: sender, ...(earlierMail && { earlierMail }) })
}

async function never(tx: Tx, taught: Taught) {
  const sender = await senderToTeach(tx, taught)
  await tx.sql(
    'insert into never_address (value, contractor_id, taught_by) values ($1, $2, $3) on conflict do nothing',
    [sender, taught.contractor_id, tx.user],
  )
}

/** The sender, where a rule about him may be made: by whoever may change the file, about mail from outside that is not in doubt. */
async function senderToTeach(tx: Tx, { contractor_id: id, sender, is_in: isIn, is_doubtful: isDoubtful }: Taught) {
  const contractor = await tx.em.findOne(Contractor, { id })
  if (!contractor || !(await mayChange(tx, contractor))) throw new Refusal('not-allowed')
  if (!isIn || isDoubtful || sender === '') throw new Refusal('invalid', ['verdict'])
  return sender
}

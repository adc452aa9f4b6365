import type { Intake } from './receive-message.ts'

/** Forgets that a message was still to be read. */
export async function dropArrival({ database }: Pick<Intake, 'database'>, userId: string, id: string) {
  await database.work(userId, tx => tx.sql('delete from arrival where id = $1', [id]))
}

import type { Tx } from '../database/work.ts'

/** Whether the current user is told of what is new in a contractor's file or a case. */
export async function isFollowed(tx: Tx, objectType: 'contractor' | 'case', objectId: string): Promise<boolean> {
  const [row] = await tx.sql<{ follows: boolean }>('select follows($1, $2) as follows', [objectType, objectId])
  return row?.follows ?? false
}

/** Follows, or no longer. Refused as not found where he sees nothing. */
export async function setFollow(tx: Tx, objectType: 'contractor' | 'case', objectId: string, follows: boolean) {
  await tx.sql('select set_follow($1, $2, $3)', [objectType, objectId, follows])
}

import { type Incoming, takeIn } from '../filing/receive-message.ts'
import type { House } from '../http/app-type.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import type { Arrival } from '../message/store-message.ts'
import { asRefusal } from '../refusal-of.ts'

/** A mail that was read, or could not be and why, and its source. */
export interface Delivery {
  arrival: Arrival
  parsed: ParsedMessage | string
}

type Settled = Pick<Incoming, 'place' | 'tag' | 'undecidable'>

/** Gives a user his copy and files it. A case that was closed or hidden meanwhile is as if it had not been named. */
export async function storeCopy(house: House, userId: string, delivery: Delivery, settled: Settled) {
  const { arrival, parsed } = delivery
  try {
    await house.database.intake(userId, query => takeIn(query, parsed, arrival, settled, house.now()))
  } catch (error) {
    const { code } = asRefusal(error as Error)
    // A mail from before somebody was erased is passed over.
    if (code === 'person-erased') return
    if (!settled.place || (code !== 'not-found' && code !== 'case-closed')) throw error
    await storeCopy(house, userId, delivery, {})
  }
}

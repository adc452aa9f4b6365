import type { Item } from '../../shared/item.ts'

const MINUTE_MS = 60_000

/** A moment of an item, by the name of the word that stands before it. */
export interface ItemMoment {
  name: 'occurredAt' | 'sentAt' | 'receivedAt'
  at: string
}

/** When an item happened: one moment, or both the sending and the receipt when they differ by more than a minute. */
export function momentsOf({
  occurredAt,
  sentAt,
  receivedAt,
}: Pick<Item, 'occurredAt' | 'sentAt' | 'receivedAt'>): ItemMoment[] {
  if (!sentAt || !receivedAt) return [{ name: 'occurredAt', at: occurredAt }]
  const gap = Math.abs(Date.parse(sentAt) - Date.parse(receivedAt))
  if (gap < MINUTE_MS) return [{ name: 'occurredAt', at: occurredAt }]
  return [
    { name: 'sentAt', at: sentAt },
    { name: 'receivedAt', at: receivedAt },
  ]
}

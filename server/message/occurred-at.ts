const DAY_MS = 86_400_000
const EARLY_MS = 7 * DAY_MS
const LATE_MS = 600_000

/** The times that a message brings along. */
export interface MessageTimes {
  /** Its Date header; anyone can write anything there. */
  sentAt: Date | null
  /** When a server of ours took it; null for a mail of our own that never passed one, and for imports. */
  receivedAt: Date | null
}

/**
 * When a mail happened, which is nobody's to forge: its Date when that lies within 7 days before and 10 minutes
 * after the receiving server's time, else the receiving time. Without one, its Date, up to now.
 */
export function occurredAt({ sentAt, receivedAt }: MessageTimes, now: Date): Date {
  const received = receivedAt && receivedAt <= now ? receivedAt : null
  if (!sentAt) return received ?? now
  if (!received) return sentAt <= now ? sentAt : now
  const difference = sentAt.getTime() - received.getTime()
  const occurred = difference >= -EARLY_MS && difference <= LATE_MS ? sentAt : received
  return occurred <= now ? occurred : now
}

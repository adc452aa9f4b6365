import pg from 'pg'

/** One change as it is announced: topic, item, contractor, case, and whom it concerns. */
export type Change = [
  topic: string,
  itemId: string | null,
  contractorId: string | null,
  caseId: string | null,
  principalId: string | null,
]

/** The one connection of this process that hears what has changed. */
export interface Announcements {
  close(): Promise<void>
}

/** Listens until it is closed; `onLost` is called when the connection breaks. */
export async function openAnnouncements(
  databaseUrl: string,
  onChanges: (changes: Change[]) => void,
  onLost: () => void,
): Promise<Announcements> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'lupa live',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', onLost)
  client.on('end', onLost)
  client.on('notification', ({ payload }) => payload && onChanges(JSON.parse(payload) as Change[]))
  try {
    await client.connect()
    await client.query('listen lupa_change')
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  return { close: () => client.end().catch(() => {}) }
}

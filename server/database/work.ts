import { availableParallelism } from 'node:os'
import type { Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import { CompiledQuery, type Kysely } from 'kysely'
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg'
import { asRefusal } from '../refusal-of.ts'
import type { Orm } from './orm.ts'
import { buildTurns } from './turns.ts'

/** One short transaction in which the current user is set; the row policies judge by him. */
export interface Tx {
  em: EntityManager
  /** Id of the current user, or null when nobody is signed in yet. */
  user: string | null
  /** Runs hand-written SQL in this transaction, with `$1` parameters. */
  sql<Row>(text: string, parameters?: unknown[]): Promise<Row[]>
}

/** Runs hand-written statements as one user, each prepared once per connection under its name. */
export type Query = <Row>(statement: Statement, parameters: unknown[]) => Promise<Row[]>

/** A named, hand-written statement. */
export interface Statement {
  name: string
  text: string
  /** Nothing is asked after it in its transaction, so the end is sent along with it. */
  isLast?: true
}

/** How routes, doors and jobs reach the database: always as somebody, always in a transaction. */
export interface Database {
  /** One transaction for a change. It may run again from the start, so it changes nothing but the database. */
  work<Result>(user: string | null, act: (tx: Tx) => Promise<Result>): Promise<Result>
  /** One read-only transaction, without the ORM in between. */
  read<Result>(user: string, act: (query: Query) => Promise<Result>): Promise<Result>
  /** As `work`, for mail: nothing but calls of the intake's functions, without the ORM in between. */
  intake<Result>(user: string, act: (query: Query) => Promise<Result>): Promise<Result>
  /** The same for one session or access token: as soon as it is ended, its next transaction is refused. */
  within(session: string): Database
}

const TRIES = 5
const PATIENCE = 30

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Binds the ways to one ORM and its pool. */
export function buildDatabase(orm: Orm, pool: Pool): Database {
  const reading = buildTurns(availableParallelism() + 1, PATIENCE)
  const bound = (session: string | null): Database => ({
    work: (user, act) => untilNoConflict(() => workAs(orm, user, session, act)),
    read: (user, act) => reading(() => actAs(pool, 'begin read only', entrance(user, session), act)),
    intake: (user, act) => untilNoConflict(() => actAs(pool, 'begin', entrance(user, session), act)),
    within: bound,
  })
  return bound(null)
}

function workAs<Result>(orm: Orm, user: string | null, session: string | null, act: (tx: Tx) => Promise<Result>) {
  const isSession = user !== null && session !== null && uuid.test(session)
  const begin = async (em: EntityManager) => {
    const sql = sqlIn(em)
    if (isSession) await sql('select enter($1, $2)', [user, session])
    return act({ em, user, sql })
  }
  return orm.em.fork().transactional(em => begin(em as EntityManager), {
    // Whoever enters by a session is set as the user in the same statement that looks whether it was ended.
    ...(!isSession && { sessionContext: { variables: { 'lupa.user': user ?? '' } } }),
  })
}

/** The statement that sets the user; it goes out together with the beginning, to spare a round trip. */
function entrance(user: string, session: string | null): string {
  if (!uuid.test(user)) throw new Error('not a user id')
  return session !== null && uuid.test(session)
    ? `select enter('${user}', '${session}')`
    : `select set_config('lupa.user', '${user}', true)`
}

/** Two changes at once may wait for each other; PostgreSQL then ends one, of which nothing is left, and it simply comes again. */
export async function untilNoConflict<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await act()
    } catch (error) {
      const { code } = error as { code?: string }
      if (turn === TRIES || (code !== '40P01' && code !== '40001')) throw error
      await wait(Math.random() * 50 * turn)
    }
  }
}

function sqlIn(em: EntityManager): Tx['sql'] {
  return async <Row>(text: string, parameters: unknown[] = []) => {
    const transaction = em.getTransactionContext<Kysely<unknown>>()
    if (!transaction) throw new Error('hand-written SQL runs inside a unit of work only')
    const result = await transaction.executeQuery(CompiledQuery.raw(text, parameters))
    return result.rows as Row[]
  }
}

async function actAs<Result>(
  pool: Pool,
  begin: string,
  entrance: string,
  act: (query: Query) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  const { query, close, end } = queryOn(client)
  let broken = true
  try {
    const send = holdBack(client)
    const begun = client.query(`${begin}; ${entrance}`)
    // Not waited for: were it refused, what follows would run as nobody, who sees nothing, and the end would throw.
    // An act that throws at once becomes a promise too, or nobody would hear of a beginning that fails as well.
    const acted = (async () => act(query))()
    send()
    const [result] = await Promise.all([acted, begun])
    const { command } = await end()
    // What PostgreSQL answers when an error before it was passed over: nothing is left, and nobody may believe otherwise.
    if (command !== 'COMMIT') throw new Error('the transaction had failed before its end')
    broken = false
    return result
  } catch (error) {
    // A no is an everyday answer, and a new connection for each costs ten times the question.
    broken = !(isNo(error) && close() === 0 && (await isUndone(client)))
    throw error
  } finally {
    // A connection in doubt is closed, never handed to somebody else.
    client.release(broken)
  }
}

/** Keeps what is asked until it is sent together: a call of the network for each costs as much as a small question. */
function holdBack(client: PoolClient): () => void {
  const stream = (client as unknown as { connection?: { stream: Writable } }).connection?.stream
  stream?.cork()
  return () => stream?.uncork()
}

function isNo(error: unknown): boolean {
  return error instanceof Error && asRefusal(error).code !== 'internal' && asRefusal(error).code !== 'unavailable'
}

async function isUndone(client: PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    ({ command }) => command === 'ROLLBACK',
    () => false,
  )
}

/** Statements on a connection until it is closed for them; closing answers how many are still under way. */
function queryOn(client: PoolClient): { query: Query; close: () => number; end: () => Promise<QueryResult> } {
  let isOpen = true
  let underWay = 0
  let ended: Promise<QueryResult> | undefined
  const end = () => {
    isOpen = false
    ended ??= client.query('commit')
    return ended
  }
  return {
    async query<Row>(statement: Statement, parameters: unknown[]) {
      if (!isOpen) throw new Error('the transaction is over')
      underWay += 1
      try {
        const asked = { name: statement.name, text: statement.text, values: parameters }
        const result = await (statement.isLast ? askLast(client, asked, end) : client.query(asked))
        return result.rows as Row[]
      } finally {
        underWay -= 1
      }
    },
    close() {
      isOpen = false
      return underWay
    },
    end,
  }
}

/** A statement and the end behind it in one piece: a call of the network less on both sides. */
function askLast(client: PoolClient, asked: QueryConfig, end: () => Promise<QueryResult>): Promise<QueryResult> {
  const send = holdBack(client)
  const answered = client.query(asked)
  // Whether it ended well is asked when the act is over; were the statement refused, nobody would ask.
  end().catch(() => {})
  send()
  return answered
}

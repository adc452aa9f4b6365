import pg from 'pg'
import { untilNoConflict } from '../database/work.ts'
import type { House } from '../http/app-type.ts'

/**
 * The database as the role of the jobs: it reads no table, and calls those functions that keep the house in order and
 * know the whole company. No request ever runs on it, so no session can call them.
 */
export interface JobsDatabase {
  call<Row>(text: string, parameters?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** The house as those see it who work in the background. What answers a request is given the house without it. */
export interface WorkingHouse extends House {
  jobs: JobsDatabase
}

const AT_ONCE = 5

export function openJobsDatabase(connectionString: string): JobsDatabase {
  const pool = new pg.Pool({ connectionString, max: AT_ONCE, application_name: 'lupa jobs' })
  // What is under way fails by itself; unheard, these events would end the process.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return {
    call: async <Row>(text: string, parameters: unknown[] = []) =>
      (await untilNoConflict(() => pool.query(text, parameters))).rows as Row[],
    close: () => pool.end(),
  }
}

import { p } from '@mikro-orm/core'

/** A random id made by the database. */
export const id = () => p.uuid().primary().defaultRaw('gen_random_uuid()')

/** A moment to the millisecond. */
export const moment = () => p.datetime(3)

/** The moment of the insert, by the database's clock. */
export const insertedAt = () => p.datetime(3).defaultRaw('now()')

import pg from 'pg'
import { inject } from 'vitest'
import { APP_PASSWORD, BACKUP_PASSWORD, JOBS_PASSWORD } from './postgres.ts'

/** A new database without a table, as an outside one: how the environment names it, as whom one looks into it, and its end. */
export async function emptyDatabase() {
  const name = `empty_${crypto.randomUUID().replaceAll('-', '')}`
  const administrator = new pg.Client(inject('superUrl'))
  await administrator.connect()
  await administrator.query(`create database ${name} owner lupa_owner`)
  const as = (role: object) => Object.assign(new URL(inject('ownerUrl')), { pathname: `/${name}`, ...role }).href
  return {
    environment: {
      DATABASE_URL: as({}),
      DATABASE_APP_URL: as({ username: 'lupa_app', password: APP_PASSWORD }),
      DATABASE_JOBS_URL: as({ username: 'lupa_jobs', password: JOBS_PASSWORD }),
      DATABASE_BACKUP_URL: as({ username: 'lupa_backup', password: BACKUP_PASSWORD }),
    },
    superUrl: Object.assign(new URL(inject('superUrl')), { pathname: `/${name}` }).href,
    async drop() {
      await administrator.query(`drop database ${name} with (force)`)
      await administrator.end()
    },
  }
}

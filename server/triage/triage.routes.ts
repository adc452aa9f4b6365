import * as contract from '../../shared/triage.ts'
import { type App, serve } from '../http/app-type.ts'
import { readTriage } from './read-triage.ts'

export function triageRoutes(app: App) {
  serve(app, contract.readTriage, ({ read, querystring }) => read(query => readTriage(query, querystring)))
}

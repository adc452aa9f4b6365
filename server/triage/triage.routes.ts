import * as contract from '../../shared/triage.ts'
import { type App, serve } from '../http/app-type.ts'
import { fileTriage } from './file-triage.ts'
import { leaveOut, recoverLeftOut } from './leave-out.ts'
import { readTriageGroups } from './read-groups.ts'
import { readTriage } from './read-triage.ts'

export function triageRoutes(app: App) {
  serve(app, contract.readTriage, ({ read, querystring }) => read(query => readTriage(query, querystring)))

  serve(app, contract.readTriageGroups, ({ read, querystring }) => read(query => readTriageGroups(query, querystring)))

  serve(app, contract.fileTriage, ({ house, user, body: { contractorId, caseId, ...choice } }) =>
    fileTriage(house, user, choice, { contractorId, caseId: caseId ?? null }),
  )

  serve(app, contract.leaveOut, ({ house, user, body }) => leaveOut(house.database, user, body))

  serve(app, contract.recoverLeftOut, ({ house, user, body }) => recoverLeftOut(house.database, user, body))
}

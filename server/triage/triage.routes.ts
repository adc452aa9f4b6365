import * as contract from '../../shared/triage.ts'
import { type App, serve } from '../http/app-type.ts'
import { readItemMessage } from '../message/read-item-message.ts'
import { fileTriage } from './file-triage.ts'
import { leaveOut, recoverLeftOut } from './leave-out.ts'
import { readTriageGroups } from './read-groups.ts'
import { readTriage, sourceInTriage } from './read-triage.ts'

export function triageRoutes(app: App) {
  serve(app, contract.readTriage, ({ read, querystring }) => read(query => readTriage(query, querystring)))

  serve(app, contract.readTriageGroups, ({ read, querystring }) => read(query => readTriageGroups(query, querystring)))

  serve(app, contract.readTriageMessage, async ({ read, params, house }) => {
    const source = await read(query => sourceInTriage(query, params.messageId))
    // A stranger's pictures would tell him that somebody looks.
    return { ...(await readItemMessage(house.blobs, source, [])), mayLoadPictures: false }
  })

  serve(app, contract.fileTriage, ({ house, user, body: { contractorId, caseId, ...choice } }) =>
    fileTriage(house, user, choice, { contractorId, caseId: caseId ?? null }),
  )

  serve(app, contract.leaveOut, ({ house, user, body }) => leaveOut(house.database, user, body))

  serve(app, contract.recoverLeftOut, ({ house, user, body }) => recoverLeftOut(house.database, user, body))
}

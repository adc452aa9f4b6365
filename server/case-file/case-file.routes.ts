import * as contract from '../../shared/case-file.ts'
import * as partyContract from '../../shared/case-party.ts'
import { type App, serve } from '../http/app-type.ts'
import { changeCase } from './change-case.ts'
import { createCase } from './create-case.ts'
import { addParty, removeParty } from './parties.ts'
import { listCases, presentCase, readCase } from './read-case.ts'

export function caseFileRoutes(app: App) {
  const { now } = app.house

  serve(app, contract.createCase, ({ work, params, body }) =>
    work(async tx => presentCase(await createCase(tx, params.contractorId, body, now()))),
  )

  serve(app, contract.listCases, ({ work, params, querystring }) =>
    work(tx => listCases(tx, params.contractorId, querystring)),
  )

  serve(app, contract.readCase, ({ work, params }) => work(tx => readCase(tx, params.caseId)))

  serve(app, contract.changeCase, ({ work, params, body }) =>
    work(async tx => presentCase(await changeCase(tx, params.caseId, body, now()))),
  )

  serve(app, partyContract.addParty, ({ work, params }) => work(tx => addParty(tx, params.caseId, params.contractorId)))

  serve(app, partyContract.removeParty, ({ work, params }) =>
    work(tx => removeParty(tx, params.caseId, params.contractorId)),
  )
}

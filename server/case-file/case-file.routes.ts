import * as contract from '../../shared/case-file.ts'
import { audienceMembers } from '../access/audience.ts'
import { type App, serve } from '../http/app-type.ts'
import { CaseFile } from './case-file.entity.ts'
import { changeCase } from './change-case.ts'
import { createCase } from './create-case.ts'
import { listCases, presentCase } from './read-case.ts'

export function caseFileRoutes(app: App) {
  const { now } = app.house

  serve(app, contract.createCase, ({ work, params, body }) =>
    work(async tx => presentCase(await createCase(tx, params.contractorId, body.title, body.audience, now()))),
  )

  serve(app, contract.listCases, ({ work, params, querystring }) =>
    work(tx => listCases(tx, params.contractorId, querystring)),
  )

  serve(app, contract.readCase, ({ work, params }) =>
    work(async tx => {
      const caseFile = await tx.em.findOneOrFail(CaseFile, { id: params.caseId })
      return { ...presentCase(caseFile), audience: await audienceMembers(tx, caseFile.audienceId) }
    }),
  )

  serve(app, contract.changeCase, ({ work, params, body }) =>
    work(async tx => presentCase(await changeCase(tx, params.caseId, body, now()))),
  )
}

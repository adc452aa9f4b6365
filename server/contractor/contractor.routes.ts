import * as contract from '../../shared/contractor.ts'
import * as handContract from '../../shared/files-at-hand.ts'
import { listRecentContractors } from '../../shared/heads.ts'
import { type App, serve } from '../http/app-type.ts'
import { addAddress, changeContractor } from './change-contractor.ts'
import { createContractor } from './create-contractor.ts'
import { listChanged, listPinned, pinContractor } from './files-at-hand.ts'
import { listContractors, listRecent, readContractor } from './read-contractor.ts'

export function contractorRoutes(app: App) {
  serve(app, contract.createContractor, ({ work, body }) =>
    work(async tx => readContractor(tx, (await createContractor(tx, body)).id)),
  )

  serve(app, contract.listContractors, ({ work, querystring }) => work(tx => listContractors(tx, querystring)))

  serve(app, listRecentContractors, ({ work }) => work(listRecent))

  serve(app, handContract.listPinnedContractors, ({ work }) => work(listPinned))

  serve(app, handContract.listChangedContractors, ({ work }) => work(listChanged))

  serve(app, handContract.pinContractor, ({ work, params, body }) =>
    work(tx => pinContractor(tx, params.contractorId, body.pinned)),
  )

  serve(app, contract.readContractor, ({ work, params }) => work(tx => readContractor(tx, params.contractorId)))

  serve(app, contract.changeContractor, ({ work, params, body }) =>
    work(async tx => {
      await changeContractor(tx, params.contractorId, body)
      return readContractor(tx, params.contractorId)
    }),
  )

  serve(app, contract.addAddress, ({ work, params, body }) =>
    work(async tx => {
      await addAddress(tx, params.contractorId, body)
      return readContractor(tx, params.contractorId)
    }),
  )
}

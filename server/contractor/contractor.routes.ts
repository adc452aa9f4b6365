import * as contract from '../../shared/contractor.ts'
import * as merge from '../../shared/contractor-merge.ts'
import * as relation from '../../shared/contractor-relation.ts'
import * as handContract from '../../shared/files-at-hand.ts'
import { listRecentContractors } from '../../shared/heads.ts'
import { type App, serve } from '../http/app-type.ts'
import { addAddress, changeContractor } from './change-contractor.ts'
import { createContractor } from './create-contractor.ts'
import { listChanged, listPinned, pinContractor } from './files-at-hand.ts'
import { findDuplicates } from './find-duplicates.ts'
import { findHolders } from './find-holders.ts'
import { mergeContractors, previewMerge } from './merge-contractors.ts'
import { addPerson, changePerson, removePerson } from './people.ts'
import { listContractors, listRecent, readContractor, readSurvivor } from './read-contractor.ts'
import { listRelated, relateContractor, unrelateContractor } from './related.ts'

export function contractorRoutes(app: App) {
  const { now } = app.house

  serve(app, contract.createContractor, ({ work, body }) =>
    work(async tx => readContractor(tx, (await createContractor(tx, body)).id)),
  )

  serve(app, contract.listContractors, ({ work, querystring }) => work(tx => listContractors(tx, querystring)))

  serve(app, contract.findHolders, ({ work, body }) => work(tx => findHolders(tx, body)))

  serve(app, listRecentContractors, ({ work }) => work(listRecent))

  serve(app, contract.readContractor, ({ work, params }) => work(tx => readSurvivor(tx, params.contractorId)))

  serve(app, merge.listDuplicates, ({ work }) => work(async tx => ({ items: await findDuplicates(tx) })))

  serve(app, merge.previewMerge, ({ work, params, querystring }) =>
    work(tx => previewMerge(tx, params.contractorId, querystring.fromId)),
  )

  serve(app, merge.mergeContractors, ({ work, params, body }) =>
    work(async tx => {
      await mergeContractors(tx, params.contractorId, body.fromId, body.circle)
      return readContractor(tx, params.contractorId)
    }),
  )

  serve(app, relation.listRelated, ({ work, params }) => work(tx => listRelated(tx, params.contractorId)))

  serve(app, relation.relateContractor, ({ work, params, body }) =>
    work(tx => relateContractor(tx, params.contractorId, params.relatedId, body.kind)),
  )

  serve(app, relation.unrelateContractor, ({ work, params }) =>
    work(tx => unrelateContractor(tx, params.contractorId, params.relatedId)),
  )

  serve(app, handContract.listPinnedContractors, ({ work }) => work(listPinned))

  serve(app, handContract.listChangedContractors, ({ work }) => work(listChanged))

  serve(app, handContract.pinContractor, ({ work, params, body }) =>
    work(tx => pinContractor(tx, params.contractorId, body.pinned)),
  )

  serve(app, contract.changeContractor, ({ work, params, body }) =>
    work(async tx => {
      await changeContractor(tx, params.contractorId, body)
      return readContractor(tx, params.contractorId)
    }),
  )

  serve(app, contract.removeContractor, ({ work, params }) =>
    work(async tx => {
      await tx.sql('select remove_contractor($1)', [params.contractorId])
    }),
  )

  serve(app, contract.addAddress, ({ work, params, body }) =>
    work(async tx => {
      await addAddress(tx, params.contractorId, body)
      return readContractor(tx, params.contractorId)
    }),
  )

  serve(app, contract.addPerson, ({ work, params, body }) =>
    work(async tx => {
      await addPerson(tx, params.contractorId, body)
      return readContractor(tx, params.contractorId)
    }),
  )

  serve(app, contract.changePerson, ({ work, params, body }) =>
    work(async tx => {
      await changePerson(tx, params, body)
      return readContractor(tx, params.contractorId)
    }),
  )

  serve(app, contract.removePerson, ({ work, params }) =>
    work(async tx => {
      await removePerson(tx, params, now())
      return readContractor(tx, params.contractorId)
    }),
  )
}

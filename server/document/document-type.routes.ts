import * as contract from '../../shared/document-type.ts'
import { type App, serve } from '../http/app-type.ts'
import { changeDocumentType, createDocumentType, listDocumentTypes } from './document-types.ts'

export function documentTypeRoutes(app: App) {
  serve(app, contract.listDocumentTypes, ({ work }) => work(listDocumentTypes))
  serve(app, contract.createDocumentType, ({ work, body }) => work(tx => createDocumentType(tx, body)))
  serve(app, contract.changeDocumentType, ({ work, params, body }) =>
    work(tx => changeDocumentType(tx, params.key, body)),
  )
}

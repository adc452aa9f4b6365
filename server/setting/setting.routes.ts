import * as references from '../../shared/reference-setting.ts'
import * as contract from '../../shared/setting.ts'
import { changeReferencePattern, readReferenceSettings } from '../case-file/references.ts'
import { type App, serve } from '../http/app-type.ts'
import { changeAccessSettings, readAccessSettings } from './access-settings.ts'
import { changeFilingSettings, readFilingSettings } from './filing-settings.ts'

export function settingRoutes(app: App) {
  serve(app, contract.readFilingSettings, ({ work }) => work(readFilingSettings))
  serve(app, contract.changeFilingSettings, ({ work, body }) => work(tx => changeFilingSettings(tx, body)))
  serve(app, references.readReferenceSettings, ({ work }) => work(readReferenceSettings))
  serve(app, references.changeReferenceSettings, ({ work, body }) =>
    work(tx => changeReferencePattern(tx, body.pattern)),
  )
  serve(app, contract.readAccessSettings, ({ work }) => work(readAccessSettings))
  serve(app, contract.changeAccessSettings, ({ work, body }) => work(tx => changeAccessSettings(tx, body)))
}

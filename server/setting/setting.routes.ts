import * as contract from '../../shared/setting.ts'
import { type App, serve } from '../http/app-type.ts'
import { changeFilingSettings, readFilingSettings } from './filing-settings.ts'

export function settingRoutes(app: App) {
  serve(app, contract.readFilingSettings, ({ work }) => work(readFilingSettings))
  serve(app, contract.changeFilingSettings, ({ work, body }) => work(tx => changeFilingSettings(tx, body)))
}

import * as contract from '../../shared/mail-template.ts'
import { type App, serve } from '../http/app-type.ts'
import { changeMailTemplate, createMailTemplate, listMailTemplates } from './mail-templates.ts'

export function mailTemplateRoutes(app: App) {
  serve(app, contract.listMailTemplates, ({ work, querystring }) => work(tx => listMailTemplates(tx, querystring)))
  serve(app, contract.createMailTemplate, ({ work, body }) => work(tx => createMailTemplate(tx, body)))
  serve(app, contract.changeMailTemplate, ({ work, params, body }) =>
    work(tx => changeMailTemplate(tx, params.templateId, body)),
  )
}

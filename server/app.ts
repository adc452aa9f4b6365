import rateLimit from '@fastify/rate-limit'
import Fastify from 'fastify'
import { LONGEST_JSON } from '../shared/too-large.ts'
import { accessCheckRoutes } from './access-check/access-check.routes.ts'
import { activityRoutes } from './activity/activity.routes.ts'
import { auditRoutes } from './audit/audit.routes.ts'
import { blockListRoutes } from './block-list/block-list.routes.ts'
import { caseFileRoutes } from './case-file/case-file.routes.ts'
import { contractorRoutes } from './contractor/contractor.routes.ts'
import { documentRoutes } from './document/document.routes.ts'
import { documentTypeRoutes } from './document/document-type.routes.ts'
import { uploadRoutes } from './document/upload.routes.ts'
import { downloadRoutes } from './export/download.routes.ts'
import { exportRoutes } from './export/export.routes.ts'
import { listExportRoutes } from './export/list-export.routes.ts'
import { firstRunRoutes } from './first-run/first-run.routes.ts'
import { graphRoutes } from './graph/graph.routes.ts'
import { heldRoutes } from './held/held.routes.ts'
import type { App, House } from './http/app-type.ts'
import { readBodies } from './http/bodies.ts'
import { answerErrors } from './http/errors.ts'
import { healthRoutes } from './http/health.routes.ts'
import { letGoOfTheSlow } from './http/let-go.ts'
import { describeApi } from './http/open-api.ts'
import { guardAnswers, servePages } from './http/pages.ts'
import { quietly } from './http/quiet-log.ts'
import { checkTokens } from './http/sign-in.ts'
import { defineFormats, validatorCompiler } from './http/validation.ts'
import { accountRoutes } from './identity/account.routes.ts'
import { nestedRoutes } from './identity/nested.routes.ts'
import { providerRoutes } from './identity/provider.routes.ts'
import { sessionRoutes } from './identity/session.routes.ts'
import { userRoutes } from './identity/user.routes.ts'
import { contractorImportRoutes } from './import/contractor-import.routes.ts'
import { itemRoutes } from './item/item.routes.ts'
import { jobRoutes } from './job/job.routes.ts'
import { journalAddressRoutes } from './journal/journal-address.routes.ts'
import { eventRoutes } from './live/event.routes.ts'
import { lookupRoutes } from './lookup/lookup.routes.ts'
import { mailboxRoutes } from './mailbox/mailbox.routes.ts'
import { itemMessageRoutes } from './message/item-message.routes.ts'
import { messageRoutes } from './message/message.routes.ts'
import { metricsRoutes } from './metrics/metrics.routes.ts'
import { notificationRoutes } from './notification/notification.routes.ts'
import { outgoingRoutes } from './outgoing/outgoing.routes.ts'
import { outlookRoutes } from './outlook/outlook.routes.ts'
import { ownAddressRoutes } from './own-address/own-address.routes.ts'
import { personDataRoutes } from './person-data/person-data.routes.ts'
import { retentionRoutes } from './retention/retention.routes.ts'
import { ruleRoutes } from './rule/rule.routes.ts'
import { searchRoutes } from './search/search.routes.ts'
import { settingRoutes } from './setting/setting.routes.ts'
import { sharingRoutes } from './sharing/sharing.routes.ts'
import { systemRoutes } from './system/system.routes.ts'
import { mailTemplateRoutes } from './template/mail-template.routes.ts'
import { thunderbirdRoutes } from './thunderbird/thunderbird.routes.ts'
import { sweepRoutes } from './triage/sweep.routes.ts'
import { teachingRoutes } from './triage/teaching.routes.ts'
import { triageRoutes } from './triage/triage.routes.ts'
import { version } from './version.ts'
import { webhookRoutes } from './webhook/webhook.routes.ts'

const slices = [
  metricsRoutes,
  healthRoutes,
  sessionRoutes,
  accountRoutes,
  providerRoutes,
  nestedRoutes,
  userRoutes,
  contractorRoutes,
  contractorImportRoutes,
  caseFileRoutes,
  activityRoutes,
  itemRoutes,
  searchRoutes,
  messageRoutes,
  itemMessageRoutes,
  documentRoutes,
  documentTypeRoutes,
  uploadRoutes,
  exportRoutes,
  listExportRoutes,
  downloadRoutes,
  lookupRoutes,
  triageRoutes,
  mailboxRoutes,
  graphRoutes,
  heldRoutes,
  outlookRoutes,
  outgoingRoutes,
  thunderbirdRoutes,
  settingRoutes,
  journalAddressRoutes,
  blockListRoutes,
  ownAddressRoutes,
  sweepRoutes,
  teachingRoutes,
  ruleRoutes,
  jobRoutes,
  systemRoutes,
  retentionRoutes,
  personDataRoutes,
  auditRoutes,
  eventRoutes,
  sharingRoutes,
  accessCheckRoutes,
  notificationRoutes,
  mailTemplateRoutes,
  webhookRoutes,
  firstRunRoutes,
]

/** Builds the HTTP server on a house, with the built web application if there is a folder of it: the same for production and tests. */
export async function buildApp(
  house: House,
  tokenSecret: string,
  pages: string | null = null,
  log: { write(line: string): void } = process.stdout,
): Promise<App> {
  defineFormats()
  const fastify = Fastify({
    logger: { level: house.config.logLevel, stream: log, serializers: quietly },
    bodyLimit: LONGEST_JSON,
    // An empty list would trust everybody.
    trustProxy: house.config.trustProxy.length > 0 && house.config.trustProxy,
    // One answer for what is not there, whatever the address looks like.
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
  })
  const app = Object.assign(fastify, { house }) as unknown as App
  app.setValidatorCompiler(validatorCompiler)
  answerErrors(app)
  guardAnswers(app)
  readBodies(app)
  letGoOfTheSlow(app)
  await app.register(rateLimit, { global: false })
  await describeApi(app, version)
  await checkTokens(app, tokenSecret)
  for (const mount of slices) mount(app)
  if (pages) await servePages(app, pages)
  await app.ready()
  return app
}

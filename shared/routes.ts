import * as accessCheck from './access-check.ts'
import * as accessToken from './access-token.ts'
import * as account from './account.ts'
import * as activity from './activity.ts'
import * as audit from './audit.ts'
import * as blockedAddress from './blocked-address.ts'
import * as caseFile from './case-file.ts'
import * as caseParty from './case-party.ts'
import * as contractor from './contractor.ts'
import * as contractorImport from './contractor-import.ts'
import * as contractorMerge from './contractor-merge.ts'
import * as contractorRelation from './contractor-relation.ts'
import * as document from './document.ts'
import * as documentType from './document-type.ts'
import * as documentVersion from './document-version.ts'
import * as erasure from './erasure.ts'
import * as event from './event.ts'
import * as fileExport from './export.ts'
import * as filesAtHand from './files-at-hand.ts'
import * as finding from './finding.ts'
import * as firstRun from './first-run.ts'
import * as forgotten from './forgotten.ts'
import * as heads from './heads.ts'
import * as health from './health.ts'
import * as held from './held.ts'
import * as item from './item.ts'
import * as itemMessage from './item-message.ts'
import * as job from './job.ts'
import * as journalAddress from './journal-address.ts'
import * as leaver from './leaver.ts'
import * as listExport from './list-export.ts'
import * as lookup from './lookup.ts'
import * as mailTemplate from './mail-template.ts'
import * as mailbox from './mailbox.ts'
import * as manyItems from './many-items.ts'
import * as message from './message.ts'
import * as metrics from './metrics.ts'
import * as microsoft from './microsoft.ts'
import * as nestedSignIn from './nested-sign-in.ts'
import * as notification from './notification.ts'
import * as outgoingMail from './outgoing-mail.ts'
import * as outlook from './outlook.ts'
import * as ownAddress from './own-address.ts'
import * as personData from './person-data.ts'
import * as personHold from './person-hold.ts'
import * as referenceSetting from './reference-setting.ts'
import * as retention from './retention.ts'
import type { Route } from './route.ts'
import * as rule from './rule.ts'
import * as secondFactor from './second-factor.ts'
import * as session from './session.ts'
import * as setting from './setting.ts'
import * as sharing from './sharing.ts'
import * as signInProvider from './sign-in-provider.ts'
import * as sweep from './sweep.ts'
import * as system from './system.ts'
import * as teaching from './teaching.ts'
import * as thunderbird from './thunderbird.ts'
import * as triage from './triage.ts'
import * as upload from './upload.ts'
import * as user from './user.ts'
import * as webhook from './webhook.ts'

/** The whole contract. Tests go through it route by route, so that none is left out. */
export const routes: Route[] = [
  health,
  metrics,
  session,
  secondFactor,
  accessToken,
  account,
  leaver,
  signInProvider,
  nestedSignIn,
  user,
  contractor,
  contractorImport,
  contractorMerge,
  contractorRelation,
  caseFile,
  caseParty,
  sharing,
  item,
  manyItems,
  message,
  itemMessage,
  finding,
  filesAtHand,
  heads,
  lookup,
  activity,
  document,
  documentType,
  documentVersion,
  fileExport,
  listExport,
  upload,
  triage,
  mailbox,
  held,
  microsoft,
  outlook,
  outgoingMail,
  thunderbird,
  referenceSetting,
  setting,
  journalAddress,
  blockedAddress,
  ownAddress,
  sweep,
  forgotten,
  teaching,
  rule,
  job,
  system,
  retention,
  personData,
  personHold,
  erasure,
  audit,
  event,
  accessCheck,
  notification,
  mailTemplate,
  webhook,
  firstRun,
].flatMap(part => Object.values<unknown>(part).filter(isRoute))

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'method' in value && 'url' in value
}

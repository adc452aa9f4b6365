import { templatesText } from '../../addin/text/templates.ts'
import { webhooksText } from '../../addin/text/webhooks.ts'
import { fill, press, type Scene } from './scene.ts'
import {
  addressesOf,
  deadJobs,
  deliveries,
  erasures,
  expired,
  holds,
  keptThings,
  leftBehind,
  longAddress,
  longName,
  mailboxesOf,
  moreAccounts,
  tokens,
  webhooks,
  withFormer,
} from './scene-answers.ts'

const people = { 'GET /api/users': withFormer }
const mailboxes = { ...people, 'GET /api/mailboxes': (_: object) => mailboxesOf(me.id) }
/** Whose pictures are taken; named before the first one. */
export const me = { id: '' }

/** Pages of administration with much on them, with something wrong, and with each of their dialogs. */
export const dialogScenes: Record<string, Scene> = {
  'mailboxes of all kinds': { page: 'mailboxes', answers: mailboxes },
  'mailbox new': { page: 'mailboxes', act: (page, text) => press(page, text.mailboxes.create) },
  'mailbox new wrong': {
    page: 'mailboxes',
    answers: { 'POST /api/mailboxes/try': { trouble: 'sign-in-refused', folders: [] } },
    act: async (page, text) => {
      await press(page, text.mailboxes.create)
      await fill(page, text.mailboxes.host, 'imap.nasza.example')
      await fill(page, text.mailboxes.user, longAddress)
      await fill(page, text.mailboxes.password, 'nie to')
      await press(page, text.mailboxes.try)
    },
  },
  'mailbox consent': {
    page: 'mailboxes',
    answers: mailboxes,
    act: (page, text) => press(page, text.consent.openFor('biuro@nasza.example')),
  },
  'mailbox helpers': {
    page: 'mailboxes',
    answers: mailboxes,
    act: (page, text) => press(page, text.consent.helpers.openFor('biuro@nasza.example')),
  },
  'jobs dead': { page: 'jobs', answers: { 'GET /api/jobs': deadJobs } },
  'webhooks some': { page: 'webhooks', answers: { 'GET /api/webhooks': webhooks } },
  'webhook log': {
    page: 'webhooks',
    answers: { 'GET /api/webhooks': webhooks, 'GET /api/webhooks/*/deliveries': deliveries },
    act: async (page, _, language) => press(page, webhooksText[language].webhooks.log),
  },
  'webhook new': {
    page: 'webhooks',
    act: async (page, _, language) => {
      const text = webhooksText[language].webhooks
      await press(page, text.create)
      await press(page, text.button)
    },
  },
  'webhook remove': {
    page: 'webhooks',
    answers: { 'GET /api/webhooks': webhooks },
    act: async (page, _, language) => press(page, webhooksText[language].webhooks.remove),
  },
  'users of all kinds': {
    page: 'users',
    answers: { 'GET /api/accounts': moreAccounts, 'GET /api/access-tokens': tokens },
  },
  'user new': {
    page: 'users',
    act: async (page, text) => {
      await press(page, text.users.create)
      await fill(page, text.users.name, longName)
      await press(page, text.users.button)
    },
  },
  'user account': {
    page: 'users',
    answers: { 'GET /api/accounts': moreAccounts },
    act: (page, text) => press(page, text.accounts.manageNamed('Nowy Kolega')),
  },
  'user left': {
    page: 'users',
    answers: { 'GET /api/accounts': moreAccounts, 'GET /api/accounts/*/hand-over': leftBehind },
    act: async (page, text) => {
      await press(page, text.accounts.manageNamed('Ewa Odeszła'))
      await press(page, text.leavers.open)
    },
  },
  'group new': { page: 'groups', answers: people, act: (page, text) => press(page, text.groups.create) },
  'way new': {
    page: 'ways',
    act: async (page, text) => {
      await press(page, text.ways.add)
      await press(page, text.ways.button)
    },
  },
  'emergency access': {
    page: 'access',
    act: async (page, text) => {
      await press(page, text.accessPage.glassOpen)
      await press(page, text.accessPage.glassOpen)
    },
  },
  'new contractors': {
    page: 'access',
    answers: people,
    act: async (page, text) => {
      await press(page, text.accessPage.change)
      await page.getByLabel(text.accessPage.chosen).check()
    },
  },
  'document type new': {
    page: 'document types',
    act: async (page, text) => {
      await press(page, text.documentTypes.add)
      await press(page, text.save)
    },
  },
  'import preview': {
    page: 'import',
    act: async (page, text) => {
      const list = `Firma;Numer;Poczta;Uwagi\nOdlewnia Piast;521-301-72-28;@piast.example;\nZły;1234567890;;\n${longName};;${longAddress};stały klient\nOdlewnia Piast;;;drugi raz\n`
      await page
        .getByLabel(text.contractorImport.choose)
        .setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
      await page.getByText(text.contractorImport.outcome).waitFor()
    },
  },
  'import wrong': {
    page: 'import',
    answers: { 'POST /api/contractors/import/preview': 422 },
    act: async (page, text) => {
      const file = { name: 'lista.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('nic') }
      await page.getByLabel(text.contractorImport.choose).setInputFiles(file)
    },
  },
  merge: {
    page: 'duplicates',
    answers: {
      'GET /api/contractors/*/merge': body => ({
        ...(body as object),
        lostWords: { keep: 2, survivor: 3 },
        both: 4,
        gaining: [{ id: '1', name: 'Handel', isGroup: true }],
        losing: [{ id: '2', name: longName.slice(0, 60), isGroup: false }],
      }),
    },
    act: (page, text) => press(page, new RegExp(`^${text.duplicates.open.replace('…', '')}`)),
  },
  'retention expired': {
    page: 'retention',
    answers: { 'GET /api/legal-holds': holds, 'POST /api/retention/preview': expired },
    act: (page, text) => press(page, text.retention.preview),
  },
  'hold picked': {
    page: 'retention',
    act: async (page, text) => {
      await fill(page, text.retention.object, 'meb')
      await page.locator('.option').first().click()
      await press(page, text.retention.hold)
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    },
  },
  'hold found': {
    page: 'retention',
    act: async (page, text) => {
      await fill(page, text.retention.object, 'dost')
      await page.locator('.option').first().waitFor()
      await page.locator('.option').last().scrollIntoViewIfNeeded()
    },
  },
  'person found': {
    page: 'person data',
    answers: { 'GET /api/erasures': erasures },
    act: (page, text) => findPerson(page, text),
  },
  'person report': {
    page: 'person data',
    act: async (page, text) => {
      await findPerson(page, text)
      await page.locator('[aria-labelledby=found-people] button').first().click()
      await page.getByText(text.personData.countsTitle).waitFor()
    },
  },
  'person erased': {
    page: 'person data',
    act: async (page, text) => {
      await findPerson(page, text)
      await page.locator('[aria-labelledby=found-people] button').first().click()
      await press(page, text.personData.preview)
      await press(page, text.personData.erase)
    },
  },
  'erasure kept': {
    page: 'person data',
    answers: { 'GET /api/erasures': erasures, 'GET /api/erasures/*/kept': keptThings },
    act: (page, text) => press(page, text.personData.kept.duty(12)),
  },
  'template new': {
    page: 'templates',
    act: async (page, _, language) => {
      await press(page, templatesText[language].add)
    },
  },
  'token new': {
    page: 'account',
    act: async (page, text) => {
      await press(page, text.myAccount.newToken)
      await press(page, text.myAccount.newToken)
    },
  },
  'second factor': { page: 'account', act: (page, text) => press(page, text.myAccount.setFactor) },
  'rule new': { page: 'rules', act: (page, text) => press(page, text.rules.create) },
  'tenant new': {
    page: 'microsoft',
    act: async (page, text) => {
      await press(page, text.microsoft.connect)
      await press(page, text.microsoft.connectButton)
    },
  },
  'copy address new': { page: 'copy addresses', act: (page, text) => press(page, text.journal.create) },
  'copy address removal': {
    page: 'copy addresses',
    answers: { 'GET /api/journal-addresses': (_: object) => addressesOf(me.id) },
    act: (page, text) => press(page, text.journal.removeFor('telefon')),
  },
  'audit broken': {
    page: 'audit',
    answers: {
      'GET /api/audit/verification': {
        sealed: 41_233,
        unsealed: 2,
        oldestUnsealed: null,
        anchors: 3,
        faults: [{ kind: 'altered', position: 812, entryId: null }],
      },
      'POST /api/audit/verification': {
        sealed: 41_233,
        unsealed: 2,
        oldestUnsealed: null,
        anchors: 3,
        faults: [{ kind: 'altered', position: 812, entryId: null }],
      },
    },
    act: (page, text) => press(page, text.audit.verify),
  },
}

async function findPerson(page: Parameters<typeof press>[0], text: Parameters<NonNullable<Scene['act']>>[1]) {
  await fill(page, text.personData.query, 'anna')
  await press(page, text.personData.search)
  await page.locator('#found-people').waitFor()
}

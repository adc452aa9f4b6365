import { buildSampleCompany } from '../../../server/sample/sample-company.ts'
import type { SampleCompany, SampleMail } from '../../../server/sample/sample-types.ts'
import { goldenContractor } from '../../../server/sample/words/golden.ts'
import { hostileMail } from '../../e2e/thunderbird/hostile-mail.ts'
import { buildMail } from '../../support/mail.ts'

const MAILS = 600
const IN_INBOX = 24

/** A company's mailbox and file as they look after a year, and with names longer than anybody likes. */
export interface Story {
  company: SampleCompany
  /** What lies in the inbox, oldest first. */
  inbox: (string | Buffer)[]
  /** What was filed before, oldest first. */
  filed: SampleMail[]
  /** Message-IDs of what is opened. */
  fresh: string
  known: string
  several: string[]
}

const town = 'przedsiebiorstwo-wielobranzowe.example'

/** A contractor whose name, case and person test how much room there is. */
export const long = {
  name: 'Przedsiębiorstwo Wielobranżowo-Handlowo-Usługowe „Zażółć Gęślą Jaźń” spółka z ograniczoną odpowiedzialnością spółka komandytowa',
  person: 'Przemysława Brzęczyszczykiewicz-Wolańska',
  address: `przemyslawa.brzeczyszczykiewicz-wolanska@${town}`,
  domain: `@${town}`,
  caseTitle: 'Kompleksowe wyposażenie sal konferencyjnych wraz z montażem i serwisem pogwarancyjnym',
  messageId: `zapytanie-ofertowe-2026-11@${town}`,
  document: 'Załącznik nr 3 do umowy ramowej – harmonogram dostaw i montażu, wersja ostateczna po uwagach.pdf',
}

export const stranger = { address: 'jan.obcy@firma-nieznana.example', messageId: 'pierwszy@firma-nieznana.example' }
export const hostileId = 'hostile@obcy.example'

const longMail = buildMail({
  messageId: `<${long.messageId}>`,
  from: `=?utf-8?B?${Buffer.from(long.person).toString('base64')}?= <${long.address}>`,
  to: 'biuro@nasza.example',
  cc: 'Halina Nieznana <halina@podwykonawca.example>, Dział Zamówień <zamowienia@podwykonawca.example>',
  subject:
    'Zapytanie ofertowe: kompleksowe wyposażenie sal konferencyjnych wraz z montażem, prosimy o odpowiedź do piątku',
  text: 'Dzień dobry,\r\n\r\nprzesyłamy zapytanie z załącznikami. Prosimy o ofertę do piątku.\r\n\r\nPozdrawiam\r\nPrzemysława Brzęczyszczykiewicz-Wolańska',
  attachments: [{ name: 'Zapytanie.pdf', type: 'application/pdf', content: '%PDF-1.4 zapytanie\n%%EOF' }],
})

const strangerMail = buildMail({
  messageId: `<${stranger.messageId}>`,
  from: `Jan Obcy <${stranger.address}>`,
  to: 'biuro@nasza.example',
  subject: 'Zapytanie o biurka',
  text: 'Dzień dobry,\r\n\r\nczy mają Państwo biurka z regulacją wysokości od ręki? Potrzebujemy dwunastu.\r\n\r\nZ poważaniem\r\nJan Obcy\r\nDrukarnia Prestiż sp. z o.o.\r\nul. Mostowa 4, 61-854 Poznań\r\nNIP 525-224-84-81\r\ntel. 601 700 800',
})

/** Makes it up, with the newest mail of just now. */
export function tellStory(): Story {
  const company = buildSampleCompany({ now: new Date(), mails: MAILS })
  const mails = [...company.mails()]
  const incoming = mails.filter(mail => mail.direction === 'in' && mail.kind === 'thread').slice(-IN_INBOX)
  const golden = mails.filter(mail => mail.contractorKey === goldenContractor)
  const [known, fresh] = incoming.filter(mail => mail.contractorKey === goldenContractor).slice(-2)
  if (!known || !fresh) throw new Error('the sample company has no mail to open')
  const others = incoming.filter(mail => mail.contractorKey !== goldenContractor)
  return {
    company,
    inbox: [hostileMail, strangerMail, longMail, ...incoming.map(({ source }) => Buffer.from(source))],
    filed: golden.filter(mail => mail !== fresh),
    fresh: fresh.messageId,
    known: known.messageId,
    several: [long.messageId, stranger.messageId, ...others.slice(-6).map(({ messageId }) => messageId)],
  }
}

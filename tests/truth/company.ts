/** A contractor as the company keeps it: a bare domain is written `@b.pl`, people bring their own addresses. */
interface ContractorPlan {
  name: string
  taxId?: string
  city: string
  street?: string
  addresses: string[]
  /** Keys of `people` whose address stands in this file. */
  people: string[]
}

/** Our own company: who works there, and the shared mailboxes. All of these are own addresses. */
export const users = {
  zych: { name: 'Anna Zych', email: 'a.zych@forma-front.example' },
  maj: { name: 'Piotr Maj', email: 'p.maj@forma-front.example' },
  sroka: { name: 'Ewa Sroka', email: 'e.sroka@forma-front.example' },
  dudek: { name: 'Jan Dudek', email: 'j.dudek@forma-front.example' },
  biuro: { name: 'Forma i Front – biuro', email: 'biuro@forma-front.example' },
  faktury: { name: 'Forma i Front – faktury', email: 'faktury@forma-front.example' },
  reklamacje: { name: 'Forma i Front – reklamacje', email: 'reklamacje@forma-front.example' },
  kuchnie: { name: 'Forma Kuchnie – salon', email: 'salon@forma-kuchnie.example' },
} as const

export type UserKey = keyof typeof users

/** Our own domains, the mail server at our border that judges senders, and our NIP, which stands in mails about invoices. */
export const own = {
  domains: ['forma-front.example', 'forma-kuchnie.example'],
  border: 'mx.forma-front.example',
  name: 'Forma i Front Sp. z o.o.',
  taxId: '8632884428',
} as const

/** The files of the company when the story begins. */
export const contractors = {
  meblorama: {
    name: 'Meblorama Sp. z o.o.',
    taxId: '5453770907',
    city: 'Poznań',
    street: 'ul. Głogowska 214',
    addresses: ['@meblorama.example'],
    people: ['lis', 'wrobel'],
  },
  dabrowa: {
    name: 'Stolarnia Dąbrowa s.c.',
    taxId: '9717173775',
    city: 'Kępno',
    addresses: ['@stolarnia-dabrowa.example'],
    people: ['dabrowa'],
  },
  blatex: {
    name: 'Blatex S.A.',
    taxId: '9987371551',
    city: 'Łódź',
    street: 'al. Piłsudskiego 90',
    addresses: ['@blatex.example'],
    people: ['szulc', 'bielak'],
  },
  okucia: {
    name: 'Okucia Wschód Sp. z o.o.',
    taxId: '7025740820',
    city: 'Białystok',
    addresses: ['@okucia-wschod.example'],
    people: ['gajda'],
  },
  hotel: {
    name: 'Hotel Żuraw Sp. z o.o.',
    taxId: '7600227856',
    city: 'Gdańsk',
    addresses: ['@hotel-zuraw.example'],
    people: ['czapla'],
  },
  // Two companies of one holding write from one domain, so only people tell them apart.
  tarczadev: {
    name: 'Tarcza Development Sp. z o.o.',
    taxId: '7370288652',
    city: 'Warszawa',
    addresses: [],
    people: ['oko'],
  },
  tarczahot: {
    name: 'Tarcza Hospitality Sp. z o.o.',
    taxId: '7928717455',
    city: 'Warszawa',
    addresses: [],
    people: ['sikora'],
  },
  wrona: { name: 'Pracownia Kuba Wrona', taxId: '8221959685', city: 'Wrocław', addresses: [], people: ['wrona'] },
  monter: { name: 'Montaż Zieliński', taxId: '6721697922', city: 'Luboń', addresses: [], people: ['zielinski'] },
  muller: {
    name: 'Müller Küchentechnik GmbH',
    city: 'Bielefeld',
    addresses: ['@mueller-kuechentechnik.example'],
    people: ['vogel'],
  },
  nordic: {
    name: 'Nordic Surfaces AB',
    city: 'Malmö',
    addresses: ['@nordic-surfaces.example'],
    people: ['lindqvist'],
  },
  kurier: {
    name: 'Kurier Błysk S.A.',
    taxId: '5782291237',
    city: 'Warszawa',
    addresses: ['@kurier-blysk.example'],
    people: ['handlowiec'],
  },
  transmeb: {
    name: 'TransMeb Logistyka Sp. z o.o.',
    taxId: '8437829145',
    city: 'Konin',
    addresses: ['@transmeb.example'],
    people: ['kos'],
  },
  tarasy: {
    name: 'Nowe Tarasy Sp. z o.o. sp. k.',
    taxId: '6702846108',
    city: 'Poznań',
    addresses: ['@nowe-tarasy.example'],
    people: ['rybak', 'pawlik'],
  },
  szkola: {
    name: 'Zespół Szkół w Kruszynie',
    taxId: '5159664668',
    city: 'Kruszyna',
    addresses: ['@zs-kruszyna.example'],
    people: ['dyrektor'],
  },
  lakiernia: {
    name: 'Lakiernia Połysk Sp. j.',
    taxId: '8663175710',
    city: 'Swarzędz',
    addresses: ['@lakiernia-polysk.example'],
    people: ['mazur'],
  },
  kowalczyk: { name: 'Jan Kowalczyk (klient prywatny)', city: 'Poznań', addresses: [], people: ['kowalczyk'] },
  nowak: { name: 'Maria Nowak (klientka prywatna)', city: 'Mosina', addresses: [], people: ['nowak'] },
  agd: {
    name: 'AGD Serwis Plus Sp. z o.o.',
    taxId: '7362132510',
    city: 'Poznań',
    addresses: ['@agd-serwis.example'],
    people: ['serwis'],
  },
} as const satisfies Record<string, ContractorPlan>

export type ContractorKey = keyof typeof contractors

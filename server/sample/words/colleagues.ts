import type { Gender, GroupName } from '../sample-types.ts'

/** The mail domain of the sample company. */
export const ownDomain = 'meblosfera.example'

/** Our own company as it stands on invoices and under letters. */
export const ownCompany = {
  name: 'Meblosfera sp. z o.o.',
  nip: '9994127355',
  regon: '991204560',
  krs: '0009415827',
  street: 'ul. Stolarska 18',
  postalCode: '63-600',
  city: 'Kępno',
  country: 'PL',
  phone: '+48 62 555 01 00',
  account: '35 9990 1025 0000 4402 0187 3356',
} as const

/** A colleague as data; addresses follow from the names. */
export type Colleague = {
  key: string
  firstName: string
  surname: string
  gender: Gender
  role: string
  phone: string
  groups: GroupName[]
  isAdministrator: boolean
  program: 'outlook' | 'thunderbird'
}

/** Everyone who works in the office of the sample company. */
export const colleagues: Colleague[] = [
  person('Barbara Wolska', 'f', 'prezes zarządu', '101', ['Zarząd'], 'outlook'),
  person('Tomasz Zieliński', 'm', 'dyrektor handlowy', '104', ['Sprzedaż', 'Zarząd'], 'outlook'),
  person('Katarzyna Maj', 'f', 'specjalistka ds. sprzedaży', '112', ['Sprzedaż'], 'outlook'),
  person('Michał Borowski', 'm', 'specjalista ds. zakupów i eksportu', '115', ['Sprzedaż'], 'thunderbird'),
  person('Ewa Sadowska', 'f', 'główna księgowa', '121', ['Księgowość'], 'outlook'),
  person('Agnieszka Pawlak', 'f', 'specjalistka ds. rozliczeń', '122', ['Księgowość'], 'thunderbird'),
  person('Paweł Górski', 'm', 'kierownik serwisu', '131', ['Serwis'], 'outlook'),
  {
    ...person('Rafał Dębski', 'm', 'administrator systemów, magazyn', '140', ['Serwis'], 'thunderbird'),
    isAdministrator: true,
  },
]

/** The four teams, in the order in which they are shown. */
export const groupNames: GroupName[] = ['Sprzedaż', 'Księgowość', 'Serwis', 'Zarząd']

function person(
  name: string,
  gender: Gender,
  role: string,
  extension: string,
  groups: GroupName[],
  program: Colleague['program'],
): Colleague {
  const [firstName, surname] = name.split(' ') as [string, string]
  return {
    key: firstName.toLowerCase(),
    firstName,
    surname,
    gender,
    role,
    phone: `+48 62 555 01 ${extension.slice(1)}`,
    groups,
    isAdministrator: false,
    program,
  }
}

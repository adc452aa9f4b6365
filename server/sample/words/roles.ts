import type { Gender, Trade } from '../sample-types.ts'

/** A position that contact persons hold; `desk` says which of our conversations reach them. */
export type Role = { title: Record<Gender, string>; desk: 'trade' | 'accounting' | 'warehouse' | 'board' }

const role = (f: string, m: string, desk: Role['desk']): Role => ({ title: { f, m }, desk })

const company: Role[] = [
  role('kierowniczka działu zakupów', 'kierownik działu zakupów', 'trade'),
  role('księgowa', 'księgowy', 'accounting'),
  role('magazynierka', 'magazynier', 'warehouse'),
  role('właścicielka', 'właściciel', 'board'),
  role('specjalistka ds. zamówień', 'specjalista ds. zamówień', 'trade'),
  role('asystentka zarządu', 'asystent zarządu', 'board'),
]

const seller: Role[] = [
  role('opiekunka klienta', 'opiekun klienta', 'trade'),
  role('specjalistka ds. faktur', 'specjalista ds. faktur', 'accounting'),
  role('kierowniczka magazynu', 'kierownik magazynu', 'warehouse'),
  role('dyrektor sprzedaży', 'dyrektor sprzedaży', 'board'),
]

/** The positions at a contractor, the most important first. */
export const roles: Record<Trade, Role[]> = {
  customer: company,
  public: [
    role('inspektor ds. zamówień publicznych', 'inspektor ds. zamówień publicznych', 'trade'),
    role('główna księgowa', 'główny księgowy', 'accounting'),
    role('dyrektor', 'dyrektor', 'board'),
    role('kierowniczka administracji', 'kierownik administracji', 'warehouse'),
  ],
  supplier: seller,
  carrier: [
    role('spedytorka', 'spedytor', 'trade'),
    role('fakturzystka', 'fakturzysta', 'accounting'),
    role('dyspozytorka', 'dyspozytor', 'warehouse'),
  ],
  office: [
    role('doradczyni klienta', 'doradca klienta', 'trade'),
    role('specjalistka ds. rozliczeń', 'specjalista ds. rozliczeń', 'accounting'),
    role('dyrektor', 'dyrektor', 'board'),
  ],
  confidential: [
    role('prezes zarządu', 'prezes zarządu', 'trade'),
    role('główna księgowa', 'główny księgowy', 'accounting'),
  ],
  private: [role('klientka', 'klient', 'trade')],
  foreign: [
    role('Purchasing Manager', 'Purchasing Manager', 'trade'),
    role('Accounts Payable', 'Accounts Payable', 'accounting'),
    role('Logistics Coordinator', 'Logistics Coordinator', 'warehouse'),
  ],
}

/** People from abroad, by the key of their contractor: first name, surname, gender. */
export const foreignPeople: Record<string, [string, string, Gender][]> = {
  nordhem: [
    ['Ingrid', 'Lindqvist', 'f'],
    ['Per', 'Åkesson', 'm'],
    ['Sofie', 'Berglund', 'f'],
  ],
  holzmann: [
    ['Jürgen', 'Köhler', 'm'],
    ['Sabine', 'Weiß', 'f'],
    ['Uwe', 'Günther', 'm'],
  ],
  dvorak: [
    ['Tereza', 'Dvořáková', 'f'],
    ['Jiří', 'Novotný', 'm'],
    ['Lenka', 'Černá', 'f'],
  ],
  harrow: [
    ['Charlotte', 'Finch', 'f'],
    ['Oliver', 'Shaw', 'm'],
    ['Priya', 'Nair', 'f'],
  ],
}

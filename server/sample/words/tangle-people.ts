import type { Gender } from '../sample-types.ts'

/** Somebody who worked for one contractor and then for another. */
export type Leaver = { firstName: string; surname: string; gender: Gender; from: string; to: string; daysAgo: number }

/** Who changed the employer during the story; the old address stays in the old file, as it does in real ones. */
export const leavers: Leaver[] = [
  { firstName: 'Grzegorz', surname: 'Lipa', gender: 'm', from: 'wnetrza-plus', to: 'meblohurt', daysAgo: 260 },
  { firstName: 'Alicja', surname: 'Sowa', gender: 'f', from: 'plytex', to: 'kartonex', daysAgo: 190 },
  { firstName: 'Wojciech', surname: 'Jodła', gender: 'm', from: 'studio-forma', to: 'coworking-hala', daysAgo: 320 },
]

/** An accountant who keeps the books of five contractors; her address stands in each of their files. */
export const accountant = {
  firstName: 'Renata',
  surname: 'Bober',
  gender: 'f',
  email: 'renata.bober@biuro-rubryka.example',
  firm: 'Biuro Rachunkowe Rubryka',
  phone: '+48 62 555 38 14',
  clients: ['salon-dabrowa', 'biuro-design', 'gospoda-zagloba', 'meble-kruk', 'kartonex'],
} as const

/** Companies of one group that share a mail domain. */
export const groupMembers = ['jesion-meble', 'jesion-hotele'] as const

/** Employees of that group whom no file names. */
export const newcomers: [firstName: string, surname: string, gender: Gender][] = [
  ['Łucja', 'Wierzba', 'f'],
  ['Hubert', 'Olcha', 'm'],
  ['Dagmara', 'Topola', 'f'],
  ['Kacper', 'Głóg', 'm'],
]

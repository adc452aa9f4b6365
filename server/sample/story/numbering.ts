import { inWarsaw } from '../warsaw-time.ts'

/** Gives documents their numbers, which grow with time and never repeat. */
export type Numbering = (series: Series, at: Date) => string

/** A series of document numbers. */
type Series =
  | 'invoice'
  | 'correction'
  | 'order'
  | 'offer'
  | 'complaint'
  | 'contract'
  | 'purchase'
  | 'freight'
  | 'supplier-invoice'

/** How a number is written, whether it starts anew each month, and how many there are a day. */
const series: Record<
  Series,
  { write: (year: number, month: string, number: number) => string; isMonthly: boolean; daily: number }
> = {
  invoice: {
    write: (year, month, number) => `FV/${year}/${month}/${String(number).padStart(4, '0')}`,
    isMonthly: true,
    daily: 9,
  },
  correction: {
    write: (year, month, number) => `KFV/${year}/${month}/${String(number).padStart(3, '0')}`,
    isMonthly: true,
    daily: 3,
  },
  order: {
    write: (year, _month, number) => `ZK/${year}/${String(number).padStart(4, '0')}`,
    isMonthly: false,
    daily: 6,
  },
  offer: { write: (year, _month, number) => `${number}-${year}`, isMonthly: false, daily: 2 },
  complaint: { write: (year, _month, number) => `R/${year}/${number}`, isMonthly: false, daily: 3 },
  contract: { write: (year, _month, number) => `U/${year}/${number}`, isMonthly: false, daily: 2 },
  purchase: {
    write: (year, _month, number) => `ZD/${year}/${String(number).padStart(4, '0')}`,
    isMonthly: false,
    daily: 5,
  },
  freight: { write: (year, _month, number) => `ZT/${year}/${number}`, isMonthly: false, daily: 3 },
  'supplier-invoice': { write: (year, month, number) => `${number}/${month}/${year}`, isMonthly: true, daily: 14 },
}

/** Starts all series with nothing given out yet. */
export function startNumbering(): Numbering {
  const given = new Set<string>()
  return (name, at) => {
    const { write, isMonthly, daily } = series[name]
    const { year, month, day, hour } = inWarsaw(at)
    const dayOfPeriod = isMonthly
      ? day - 1
      : Math.floor((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000)
    let number = 1 + dayOfPeriod * daily + Math.floor((hour * daily) / 24)
    const spelled = () => write(year, String(month).padStart(2, '0'), number)
    while (given.has(spelled())) number += 1
    given.add(spelled())
    return spelled()
  }
}

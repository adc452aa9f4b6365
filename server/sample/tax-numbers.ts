import type { Random } from './random.ts'

const NIP_WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7]
const REGON_WEIGHTS = [8, 9, 2, 3, 4, 5, 6, 7]

/** A valid NIP of a tax office that does not exist, so that it can belong to nobody real. */
export function inventNip(random: Random): string {
  for (;;) {
    const start = `999${random.digits(6)}`
    const check = weightedSum(start, NIP_WEIGHTS) % 11
    if (check < 10) return `${start}${check}`
  }
}

/** A nine-digit REGON with its check digit. */
export function inventRegon(random: Random): string {
  const start = `99${random.digits(6)}`
  return `${start}${(weightedSum(start, REGON_WEIGHTS) % 11) % 10}`
}

/** A KRS number far beyond those the court has given so far. */
export function inventKrs(random: Random): string {
  return `0009${random.digits(6)}`
}

/** A Polish bank account with correct control digits, grouped as people write it. */
export function inventAccount(random: Random): string {
  const account = `9990${random.digits(20)}`
  const check = 98n - (BigInt(`${account}252100`) % 97n)
  const digits = `${String(check).padStart(2, '0')}${account}`
  return `${digits.slice(0, 2)} ${digits.slice(2).match(/.{4}/g)?.join(' ')}`
}

/** Writes a NIP as it stands under letters: 999-123-45-67. */
export function spellNip(nip: string): string {
  return `${nip.slice(0, 3)}-${nip.slice(3, 6)}-${nip.slice(6, 8)}-${nip.slice(8)}`
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
}

/** Reads an amount of money as the invoice's schema writes it (`-1234.5`), made to two places; null for anything else. */
export function readAmount(text: string): string | null {
  const parts = /^(-?)([1-9]\d{0,15}|0)(?:\.(\d{1,2}))?$/.exec(text)
  return parts ? `${parts[1]}${parts[2]}.${(parts[3] ?? '').padEnd(2, '0')}` : null
}

/** Adds amounts of two places exactly. */
export function addAmounts(amounts: string[]): string {
  const total = amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n)
  const digits = (total < 0n ? -total : total).toString().padStart(3, '0')
  return `${total < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

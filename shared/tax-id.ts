const nipWeights = [6, 5, 7, 2, 3, 4, 5, 6, 7]
const regon9Weights = [8, 9, 2, 3, 4, 5, 6, 7]
const regon14Weights = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]

/** Reads a NIP as people write it (`PL 521-301-72-28`); null when the digits do not add up (Dz.U. 2012 poz. 1314). */
export function readNip(text: string): string | null {
  const digits = onlyDigits(text.trim().replace(/^PL/i, ''))
  if (digits?.length !== 10) return null
  return weighted(digits, nipWeights) % 11 === Number(digits[9]) && digits !== '0000000000' ? digits : null
}

/** Reads a REGON of 9 or 14 digits; null when the check digit is wrong. Zeros that a spreadsheet took from its beginning come back. */
export function readRegon(text: string): string | null {
  const typed = onlyDigits(text)
  // No REGON begins with more than three zeros.
  const digits = typed && /^(?:\d{6,8}|\d{11,13})$/.test(typed) ? typed.padStart(typed.length < 9 ? 9 : 14, '0') : typed
  if (digits?.length === 9) return (weighted(digits, regon9Weights) % 11) % 10 === Number(digits[8]) ? digits : null
  if (digits?.length !== 14 || readRegon(digits.slice(0, 9)) === null) return null
  return (weighted(digits, regon14Weights) % 11) % 10 === Number(digits[13]) ? digits : null
}

/** Reads a KRS number: ten digits, no check digit; shorter ones get their leading zeros back. */
export function readKrs(text: string): string | null {
  const digits = onlyDigits(text)
  if (!digits || digits.length > 10) return null
  const padded = digits.padStart(10, '0')
  return padded === '0000000000' ? null : padded
}

/** Writes a NIP as invoices show it: 521-301-72-28. */
export function showNip(digits: string): string {
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6, 8)}-${digits.slice(8)}`
}

function onlyDigits(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '')
  return /^[0-9]+$/.test(digits) ? digits : null
}

function weighted(digits: string, weights: number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
}

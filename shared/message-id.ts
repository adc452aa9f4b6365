const LONGEST = 900

/** A Message-ID as it is stored and compared: without blanks and angle brackets; null when nothing is left. */
export function readMessageId(text: string): string | null {
  const bare = text.trim().replace(/^<+/, '').replace(/>+$/, '').trim()
  return bare === '' || bare.length > LONGEST ? null : bare
}

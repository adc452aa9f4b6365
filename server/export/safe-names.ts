import { cleanFileName } from '../mail/clean-text.ts'

/** Longest name in bytes: file systems take 255, and some programs put their own behind it. */
const LONGEST = 180

/** What Windows keeps for its devices, with any ending. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i

/** A name that every system takes as a file in the folder that is meant, made of whatever somebody sent. */
export function safeName(name: string, ending = ''): string {
  // A slash in a subject is no path; of a file's name only the last step counts, which is what the cleaning keeps.
  const clean = cleanFileName(name.replace(/[<>:"/\\|?*\p{Cf}]+/gu, ' '))
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const known = ending !== '' && clean.toLowerCase().endsWith(ending) ? '' : ending
  const [stem, own] = splitEnding(clean)
  const whole = `${shortened(stem, LONGEST - Buffer.byteLength(own + known))}${own}${known}`
  const named = whole === known ? `lupa${known}` : whole
  return devices.test(named) ? `_${named}` : named
}

/** Hands out names of which no two are the same on a system that does not tell large letters from small. */
export function uniqueNames(): (folder: string, name: string) => string {
  const taken = new Map<string, number>()
  return (folder, name) => {
    const [stem, ending] = splitEnding(name)
    for (;;) {
      const key = `${folder}/${stem}${ending}`.toLowerCase().normalize('NFKC')
      const times = (taken.get(key) ?? 0) + 1
      taken.set(key, times)
      if (times === 1) return `${folder}/${name}`
      const next = `${stem} (${times})${ending}`
      const nextKey = `${folder}/${next}`.toLowerCase().normalize('NFKC')
      if (taken.has(nextKey)) continue
      taken.set(nextKey, 1)
      return `${folder}/${next}`
    }
  }
}

function splitEnding(name: string): [stem: string, ending: string] {
  const ending = /(?<=.)\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? ''
  return [name.slice(0, name.length - ending.length), ending]
}

function shortened(text: string, bytes: number): string {
  let short = text
  while (Buffer.byteLength(short) > bytes) short = short.slice(0, -1)
  return short.toWellFormed().replaceAll('\ufffd', '').trimEnd()
}

import dictionary from 'dictionary-pl'
import { buildMail } from '../support/mail.ts'
import { randomFrom } from './plan.ts'

/** A Polish dictionary's words in an order of their own, the first the most frequent. */
export function openDictionary(seed: number): string[] {
  const random = randomFrom(seed)
  return (
    new TextDecoder()
      .decode(dictionary.dic)
      .split('\n')
      .slice(1)
      // What stands behind the stroke says how the word is inflected.
      .map(line => line.split('/')[0]?.trim() ?? '')
      .filter(word => word !== '')
      .map(word => ({ word, at: random() }))
      .toSorted((one, other) => one.at - other.at)
      .map(({ word }) => word)
  )
}

/** Words as people use them: the n-th of the dictionary comes 1/n as often as the first (Zipf's law). */
export function wordsByZipf(words: string[], random: () => number, count: number): string {
  const top = Math.log(words.length + 1)
  return Array.from({ length: count }, () => words[Math.floor(Math.exp(random() * top)) - 1] ?? '').join(' ')
}

/** Shape of a corpus: how many mails, and of how many bytes on the average. */
export interface CorpusPlan {
  /** Marks the Message-IDs, so that a second corpus on the same database is new mail. */
  run: string
  mails: number
  meanBytes: number
}

/** Every tenth mail carries a document, as in an office's own mailboxes; the others are text. */
const WITH_ATTACHMENT = 10
const TEXT_SHARE = 0.15

/** Raw mails from the seeded contractors' addresses, whose words follow Zipf's law and whose sizes spread around the mean. */
export function buildCorpus(words: string[], { run, mails, meanBytes }: CorpusPlan): Buffer[] {
  const random = randomFrom(mails)
  const textBytes = meanBytes * TEXT_SHARE
  const fileBytes = (meanBytes - textBytes) * WITH_ATTACHMENT
  return Array.from({ length: mails }, (_, index) => {
    const spread = 0.5 + random()
    const text = wordsByZipf(words, random, Math.round((textBytes * spread) / 11))
    // base64 makes three bytes four.
    const content = filler(random, Math.round(((fileBytes * spread) / 4) * 3))
    return Buffer.from(
      buildMail({
        messageId: `<${run}-${index}@bench.example>`,
        from: `Biuro <biuro@k${index % 200}.example>`,
        subject: wordsByZipf(words, random, 6),
        text: text.replaceAll(/(.{60,76}) /g, '$1\r\n'),
        ...(index % WITH_ATTACHMENT === 0 && {
          attachments: [{ name: `Faktura ${index}.pdf`, type: 'application/pdf', content: `%PDF-1.4 ${content}` }],
        }),
      }),
    )
  })
}

/** Bytes that no two files share. */
function filler(random: () => number, bytes: number): string {
  return Array.from({ length: Math.ceil(bytes / 8) }, () =>
    Math.floor(random() * 0xffffffff)
      .toString(36)
      .padStart(7, '0'),
  ).join(' ')
}

import type { PlannedMail } from '../story/planned-mail.ts'
import { attribution, forwardLine, headBlock } from './quoting.ts'

/** The whole plain text of a mail: what was written, the signature, and what is quoted below. */
function bodyText(mail: PlannedMail): string[] {
  const own = [...wrapped(mail), ...signatureLines(mail)]
  if (mail.forwards) return [...own, '', ...forwardedText(mail, mail.forwards)]
  if (!mail.answers || !mail.isQuoting) return own
  const quoted = bodyText(mail.answers)
  if (mail.from.program === 'outlook') {
    return [
      ...own,
      '',
      '________________________________',
      ...headBlock(mail.answers, mail.from.language).map(([label, value]) => `${label}: ${value}`),
      '',
      ...quoted,
    ]
  }
  const answered = [
    attribution(mail.answers, mail.from),
    ...quoted.map(line => (line === '' ? '>' : line.startsWith('>') ? `>${line}` : `> ${line}`)),
  ]
  return mail.from.program === 'legacy' ? [...answered, '', ...own] : [...own, '', ...answered]
}

/** The text as one string of CRLF lines. */
export function bodyAsText(mail: PlannedMail): string {
  return `${bodyText(mail).join('\r\n')}\r\n`
}

function forwardedText(mail: PlannedMail, forwarded: PlannedMail): string[] {
  const block = headBlock(forwarded, mail.from.language).map(([label, value]) => `${label}: ${value}`)
  return [forwardLine(mail.from), ...block, '', ...bodyText(forwarded)]
}

function signatureLines(mail: PlannedMail): string[] {
  const { signature, smallPrint, program } = mail.from
  if (signature.length === 0) return []
  const divider = program === 'thunderbird' || program === 'roundcube' ? ['', '-- '] : ['']
  return [...divider, ...signature, ...(smallPrint ? ['', smallPrint] : [])]
}

/** Thunderbird, Roundcube and older programs break lines; the others leave that to the reader. */
function wrapped(mail: PlannedMail): string[] {
  const lines = mail.text.split('\n')
  if (mail.from.program === 'thunderbird') return lines.flatMap(line => broken(line, ' '))
  if (mail.from.program === 'roundcube' || mail.from.program === 'legacy')
    return lines.flatMap(line => broken(line, ''))
  return lines
}

/** Breaks at 72 characters; `end` is the space that format=flowed leaves at a soft break. */
function broken(line: string, end: string): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    const longer = current ? `${current} ${word}` : word
    if (current && longer.length > 72) {
      lines.push(current + end)
      current = word
    } else current = longer
  }
  return [...lines, current]
}

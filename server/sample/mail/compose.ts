import { drawLogo } from '../documents/png.ts'
import { type Random, randomFor } from '../random.ts'
import type { PlannedMail, Transfer } from '../story/planned-mail.ts'
import { bodyAsHtml } from './body-html.ts'
import { bodyAsText } from './body-text.ts'
import { reportPart } from './delivery-report.ts'
import { type Field, type HeaderWords, headerLines, spellMailbox, spellWords } from './header.ts'
import { filePart, inlinePicture, multipart, type Part, textPart } from './part.ts'
import { boundaryFor, fileNameWay, programFields, writesHtml } from './program-fields.ts'
import { folderFields, incomingFields, mailDate } from './transport.ts'

/** Makes the source of a planned mail: the bytes as they lie in the mailbox. */
export function composeSource(mail: PlannedMail, options: { seed: number; isFolderCopy: boolean }): Uint8Array {
  const random = randomFor(options.seed, `source ${mail.key}`)
  const body = mail.report ? reportPart(mail, mail.report, random) : bodyPart(mail, random)
  const head = headerLines([
    ...(options.isFolderCopy ? folderFields() : []),
    ...(mail.from.isColleague ? [] : incomingFields(mail, random)),
    ...letterFields(mail, random),
    ['MIME-Version', '1.0'],
    ...body.fields,
  ])
  return Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), body.body])
}

function letterFields(mail: PlannedMail, random: Random): Field[] {
  const words = headerWords(mail.from.transfer)
  const people = (list: PlannedMail['to']) => list.map(person => spellMailbox(person, words)).join(',\r\n ')
  const fields: Field[] = [
    ['From', spellMailbox(mail.from, words)],
    ['To', people(mail.to)],
    ...(mail.cc.length > 0 ? [['Cc', people(mail.cc)] satisfies Field] : []),
    ['Subject', spellWords(mail.subject, words)],
    ['Date', mailDate(mail.sentAt)],
    ['Message-ID', `<${mail.messageId}>`],
    ...answerFields(mail),
    ...programFields(mail, random, words),
    ...mail.extraHeaders.map(([name, value]) => [name, spellWords(value, words)] satisfies Field),
  ]
  return mail.from.program === 'gmail' || mail.from.program === 'thunderbird' ? byHabit(fields) : fields
}

/** These programs put date and identity first. */
function byHabit(fields: Field[]): Field[] {
  const first = ['Message-ID', 'Date']
  return [...fields.filter(([name]) => first.includes(name)), ...fields.filter(([name]) => !first.includes(name))]
}

function answerFields(mail: PlannedMail): Field[] {
  const earlier: string[] = []
  for (let one = mail.answers; one; one = one.answers) earlier.unshift(`<${one.messageId}>`)
  if (earlier.length === 0) return []
  return [
    ['In-Reply-To', earlier.at(-1) ?? ''],
    ['References', earlier.join('\r\n ')],
  ]
}

function bodyPart(mail: PlannedMail, random: Random): Part {
  const { program } = mail.from
  const transfer = mail.from.transfer
  const plain = textPart(bodyAsText(mail), 'plain', { transfer, flowed: program === 'thunderbird' })
  const content = writesHtml(program) ? withHtml(mail, plain, random) : plain
  if (mail.files.length === 0) return content
  const files = mail.files.map(file => filePart(file, fileNameWay(program)))
  return multipart('mixed', boundaryFor(program, random), [content, ...files])
}

/** With a logo, Outlook wraps both texts into related; the others wrap only the HTML. */
function withHtml(mail: PlannedMail, plain: Part, random: Random): Part {
  const { program, transfer, logo } = mail.from
  const logoId = logo ? `image001.png@01DB${random.hex(4).toUpperCase()}.${random.hex(8).toUpperCase()}` : null
  const html = textPart(bodyAsHtml(mail, logoId), 'html', {
    transfer: transfer === 'windows-1250 undeclared' ? 'utf-8 quoted' : transfer,
  })
  if (!logo || !logoId) return multipart('alternative', boundaryFor(program, random), [plain, html])
  const picture = inlinePicture({
    name: 'image001.png',
    contentId: logoId,
    bytes: drawLogo(randomFor(0, `logo ${logo}`)),
  })
  if (program === 'outlook') {
    const texts = multipart('alternative', boundaryFor(program, random), [plain, html])
    return multipart('related', boundaryFor(program, random), [texts, picture], '\r\n type="multipart/alternative";')
  }
  const related = multipart('related', boundaryFor(program, random), [html, picture])
  return multipart('alternative', boundaryFor(program, random), [plain, related])
}

function headerWords(transfer: Transfer): HeaderWords {
  const [charset, way] = transfer.split(' ') as [string, string]
  return { charset, way: way === 'base64' ? 'B' : 'Q' }
}

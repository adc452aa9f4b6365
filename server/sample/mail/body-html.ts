import { escapeXml } from '../documents/xml.ts'
import type { Correspondent, PlannedMail } from '../story/planned-mail.ts'
import { attribution, headBlock } from './quoting.ts'

const RULE = 'border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'
const GMAIL_QUOTE = 'margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex'

/** The whole HTML of a mail as CRLF lines; `logoId` is the Content-ID of the logo in the signature. */
export function bodyAsHtml(mail: PlannedMail, logoId: string | null): string {
  const content = contentHtml(mail, logoId)
  const head =
    mail.from.program === 'outlook'
      ? '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name="Generator" content="Microsoft Word 15 (filtered medium)"><style><!-- p.MsoNormal {margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif;} --></style></head><body lang="PL" link="#0563C1"><div class="WordSection1">'
      : mail.from.program === 'thunderbird'
        ? '<!DOCTYPE html><html><head></head><body>'
        : '<html><head></head><body><div dir="ltr">'
  const end =
    mail.from.program === 'outlook'
      ? '</div></body></html>'
      : mail.from.program === 'thunderbird'
        ? '</body></html>'
        : '</div></body></html>'
  return `${[head, ...content, end].join('\r\n')}\r\n`
}

function contentHtml(mail: PlannedMail, logoId: string | null): string[] {
  const own = [...mail.text.split('\n').map(line => paragraph(line, mail.from)), ...signatureHtml(mail.from, logoId)]
  if (mail.forwards) return [...own, ...headHtml(mail.forwards, mail.from), ...contentHtml(mail.forwards, null)]
  return mail.answers && mail.isQuoting ? [...own, ...quotedHtml(mail.answers, mail.from)] : own
}

function quotedHtml(quoted: PlannedMail, writer: Correspondent): string[] {
  const inner = contentHtml(quoted, null)
  const line = escapeXml(attribution(quoted, writer))
  switch (writer.program) {
    case 'outlook':
      return [...headHtml(quoted, writer), ...inner]
    case 'thunderbird':
      return [
        `<div class="moz-cite-prefix">${line}<br></div>`,
        `<blockquote type="cite" cite="mid:${quoted.messageId}">`,
        ...inner,
        '</blockquote>',
      ]
    case 'gmail':
      return [
        `<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${line}<br></div>`,
        `<blockquote class="gmail_quote" style="${GMAIL_QUOTE}">`,
        ...inner,
        '</blockquote></div>',
      ]
    default:
      return [`<div><br><blockquote type="cite"><div>${line}</div><br>`, ...inner, '</blockquote></div>']
  }
}

function headHtml(quoted: PlannedMail, writer: Correspondent): string[] {
  const rows = headBlock(quoted, writer.language).map(([label, value]) => `<b>${label}:</b> ${escapeXml(value)}`)
  return [`<div style='${RULE}'><p class=MsoNormal>${rows.join('<br>\r\n')}</p></div>`, '<p class=MsoNormal>&nbsp;</p>']
}

function signatureHtml(writer: Correspondent, logoId: string | null): string[] {
  if (writer.signature.length === 0) return []
  const [name, ...lines] = writer.signature.map(escapeXml)
  const picture = logoId ? [`<p class=MsoNormal><img width=96 height=32 src="cid:${logoId}" alt=""></p>`] : []
  const small = writer.smallPrint ? [`<p style="font-size:8pt;color:#888888">${escapeXml(writer.smallPrint)}</p>`] : []
  const open = writer.program === 'thunderbird' ? '<div class="moz-signature">-- <br>' : '<div style="color:#444444">'
  return [open, `<b>${name}</b><br>`, lines.join('<br>\r\n'), ...picture, ...small, '</div>']
}

function paragraph(line: string, writer: Correspondent): string {
  if (writer.program === 'outlook') return `<p class=MsoNormal>${line ? escapeXml(line) : '<o:p>&nbsp;</o:p>'}</p>`
  if (writer.program === 'thunderbird') return line ? `<p>${escapeXml(line)}</p>` : ''
  return line ? `<div>${escapeXml(line)}</div>` : '<div><br></div>'
}

import type { Sheet } from './sheet.ts'
import { spellAmount } from './sheet.ts'
import { escapeXml, xmlDeclaration } from './xml.ts'
import { writeZip } from './zip.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`)
  .join('')

/** Sets a business document as a Word document. */
export function sheetAsDocx(sheet: Sheet): Uint8Array {
  const body = [
    paragraph(sheet.title, 'Heading1'),
    ...sheet.facts.map(([label, value]) => paragraph(`${label}: ${value}`)),
    ...sheet.parties.flatMap(([heading, lines]) => [
      paragraph(heading, 'Heading2'),
      ...lines.map(line => paragraph(line)),
    ]),
    paragraph(''),
    ...sheet.paragraphs.map(text => paragraph(text)),
    sheet.table ? table(sheet.table) : '',
    paragraph(''),
    ...sheet.totals.map(([label, value]) => paragraph(`${label}: ${value}`, 'Heading2')),
    paragraph(sheet.footer),
  ].join('')
  const document =
    `${xmlDeclaration}<w:document xmlns:w="${WORD}"><w:body>${body}` +
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>' +
    '</w:body></w:document>'
  return writeZip([
    { name: '[Content_Types].xml', content: contentTypes },
    { name: '_rels/.rels', content: relationships([['officeDocument', 'word/document.xml']]) },
    { name: 'word/document.xml', content: document },
    { name: 'word/styles.xml', content: styles },
    { name: 'word/_rels/document.xml.rels', content: relationships([['styles', 'styles.xml']]) },
  ])
}

function paragraph(text: string, style?: string): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''
  const run = text ? `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>` : ''
  return `<w:p>${properties}${run}</w:p>`
}

function table({ columns, rows }: NonNullable<Sheet['table']>): string {
  const grid = columns.map((_, index) => `<w:gridCol w:w="${index === 0 ? 4200 : 1300}"/>`).join('')
  const lines = [columns, ...rows].map(row => {
    const cells = row.map(
      cell =>
        `<w:tc><w:tcPr/>${paragraph(typeof cell === 'number' && !Number.isInteger(cell) ? spellAmount(cell) : String(cell))}</w:tc>`,
    )
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`
}

function relationships(targets: [type: string, target: string][]): string {
  const rows = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `${xmlDeclaration}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`
}

const contentTypes =
  `${xmlDeclaration}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
  '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'

const styles =
  `${xmlDeclaration}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="pl-PL"/></w:rPr></w:rPrDefault></w:docDefaults>` +
  style('Normal', 'Normal', '') +
  style('Heading1', 'heading 1', '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>') +
  `${style('Heading2', 'heading 2', '<w:rPr><w:b/></w:rPr>')}</w:styles>`

function style(id: string, name: string, look: string): string {
  const basis = id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'
  return `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${basis}<w:pPr><w:spacing w:after="120"/></w:pPr>${look}</w:style>`
}

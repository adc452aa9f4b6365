import type { Sheet } from './sheet.ts'
import { escapeXml, xmlDeclaration } from './xml.ts'
import { writeZip } from './zip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Sets a business document as an Excel workbook of one worksheet; texts are shared strings, as Excel writes them. */
export function sheetAsXlsx(sheet: Sheet): Uint8Array {
  const table = sheet.table ?? { columns: [], rows: [] }
  const rows: { cells: (string | number)[]; isBold: boolean }[] = [
    { cells: [sheet.title], isBold: true },
    ...sheet.facts.map(([label, value]) => ({ cells: [label, value], isBold: false })),
    { cells: [], isBold: false },
    { cells: table.columns, isBold: true },
    ...table.rows.map(cells => ({ cells, isBold: false })),
    ...sheet.totals.map(([label, value]) => ({ cells: [label, value], isBold: true })),
  ]
  const strings = new Map<string, number>()
  const data = rows.map((row, index) => rowXml(row, index + 1, strings)).join('')
  const shared = [...strings.keys()].map(text => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')
  return writeZip([
    { name: '[Content_Types].xml', content: contentTypes },
    { name: '_rels/.rels', content: relationships([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `${xmlDeclaration}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Arkusz1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${xmlDeclaration}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="46" customWidth="1"/><col min="2" max="8" width="15" customWidth="1"/></cols><sheetData>${data}</sheetData></worksheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `${xmlDeclaration}<sst xmlns="${MAIN}" count="${strings.size}" uniqueCount="${strings.size}">${shared}</sst>`,
    },
    { name: 'xl/styles.xml', content: styles },
  ])
}

function rowXml(
  row: { cells: (string | number)[]; isBold: boolean },
  number: number,
  strings: Map<string, number>,
): string {
  const cells = row.cells.map((cell, index) => {
    const place = `r="${String.fromCharCode(65 + index)}${number}"`
    if (typeof cell === 'number') return `<c ${place} s="${Number.isInteger(cell) ? 0 : 2}"><v>${cell}</v></c>`
    if (!strings.has(cell)) strings.set(cell, strings.size)
    return `<c ${place} t="s" s="${row.isBold ? 1 : 0}"><v>${strings.get(cell)}</v></c>`
  })
  return `<row r="${number}">${cells.join('')}</row>`
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
  [
    ['workbook', 'sheet.main'],
    ['worksheets/sheet1', 'worksheet'],
    ['sharedStrings', 'sharedStrings'],
    ['styles', 'styles'],
  ]
    .map(([path, type]) => `<Override PartName="/xl/${path}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`)
    .join('') +
  '</Types>'

/** Three looks: plain, bold, and amounts with two decimals. */
const styles =
  `${xmlDeclaration}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control bytes tell binary files from text

import { xmlRoot } from './xml-root.ts'
import { zipNames } from './zip-names.ts'

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** What a file begins with, and what it then is. */
const BEGINNINGS: [Buffer, string][] = [
  [Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png'],
  [Buffer.from('ffd8ff', 'hex'), 'image/jpeg'],
  [Buffer.from('GIF8'), 'image/gif'],
  [Buffer.from('{\\rtf'), 'application/rtf'],
  [Buffer.from('1f8b', 'hex'), 'application/gzip'],
  [Buffer.from('Rar!\x1a\x07', 'latin1'), 'application/vnd.rar'],
  [Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), 'application/x-7z-compressed'],
  [Buffer.from('789f3e22', 'hex'), 'application/ms-tnef'],
  [Buffer.from('49492a00', 'hex'), 'image/tiff'],
  [Buffer.from('4d4d002a', 'hex'), 'image/tiff'],
]
const OFFICE: [RegExp, string][] = [
  [/^word\/vbaProject/, 'application/vnd.ms-word.document.macroenabled.12'],
  [/^xl\/vbaProject/, 'application/vnd.ms-excel.sheet.macroenabled.12'],
  [/^word\/document/, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/^xl\/workbook/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/^ppt\/presentation/, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]
const OLE_STREAMS: [string, string][] = [
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
]
const PROBE = 1_024

/** The media type a file has by its content; where that does not tell, the declared one. */
export function mediaTypeOf(content: Uint8Array, declared: string): string {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length)
  const known = BEGINNINGS.find(([beginning]) => bytes.subarray(0, beginning.length).equals(beginning))
  if (known) return known[1]

  const start = bytes.toString('latin1', 0, PROBE)
  if (start.includes('%PDF-') && !/^\s*</.test(start)) return 'application/pdf'
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'image/webp'
  if (/^....ftyp(?:heic|heix|mif1)/s.test(start)) return 'image/heic'
  if (start.startsWith('PK\x03\x04')) return zipType(bytes)
  if (bytes.subarray(0, 8).equals(OLE)) return oleType(bytes)
  return textType(start, bytes, declared)
}

function zipType(bytes: Buffer): string {
  const declaredInside = /^.{26}\x08\0..mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]+)/s.exec(
    bytes.toString('latin1', 0, 200),
  )
  if (declaredInside?.[1]) return declaredInside[1].replace(/PK$/, '')

  const names = zipNames(bytes)
  return OFFICE.find(([pattern]) => names.some(name => pattern.test(name)))?.[1] ?? 'application/zip'
}

function oleType(bytes: Buffer): string {
  const found = OLE_STREAMS.find(([name]) => bytes.includes(Buffer.from(`${name}\0`, 'utf16le')))
  return found?.[1] ?? 'application/x-ole-storage'
}

/** Text is told by having no control bytes; of what kind it is, its first tag says, else what was declared. */
function textType(start: string, bytes: Buffer, declared: string): string {
  const text = start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff') ? start.replace(/\0/g, '') : start
  const first = text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '')
  if (/^<!doctype html|^<html[\s>]/i.test(first)) return 'text/html'
  if (first.startsWith('<') && xmlRoot(first) === 'svg') return 'image/svg+xml'
  if (first.startsWith('<?xml') || (declared.endsWith('/xml') && first.startsWith('<'))) return 'application/xml'
  if (/^BEGIN:VCALENDAR/i.test(first)) return 'text/calendar'
  if (declared !== 'application/octet-stream' && declared !== '') return declared

  const isText = bytes.length > 0 && !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(first)
  return isText ? 'text/plain' : 'application/octet-stream'
}

import type { DocumentType } from '../../shared/kind.ts'
import { cleanFileName } from '../mail/clean-text.ts'
import { guessDocumentType } from '../mail/document-type.ts'
import { mediaTypeOf } from '../mail/media-type.ts'
import type { KeptBytes } from './keep-bytes.ts'

/** A file as it was put in: its bytes in the store, and what its sender calls it. */
export interface UploadedFile extends KeptBytes {
  name: string
  declared: string
}

/** The same with what it is by its content. */
export interface DescribedFile extends UploadedFile {
  mediaType: string
  documentType: DocumentType
}

const openXml = 'application/vnd.openxmlformats-officedocument'
/** What archives are by their names, where their directory lies behind the beginning that was looked at. */
const byEnding: Record<string, string> = {
  docx: `${openXml}.wordprocessingml.document`,
  xlsx: `${openXml}.spreadsheetml.sheet`,
  pptx: `${openXml}.presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
}
const containers = ['application/zip', 'application/x-ole-storage']

/** Tells what a file is, by its beginning first. A name that is none becomes `plik`. */
export function describeUpload(file: UploadedFile): DescribedFile {
  const name = cleanFileName(file.name) || 'plik'
  const byContent = mediaTypeOf(file.head, file.declared.toLowerCase())
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const isCut = file.size > file.head.length
  const mediaType = (isCut && containers.includes(byContent) && byEnding[ending]) || byContent
  const candidate = { name, type: mediaType, content: file.head, disposition: 'attachment', isShown: false } as const
  return { ...file, name, mediaType, documentType: guessDocumentType(candidate) ?? 'document' }
}

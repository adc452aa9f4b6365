import type { UploadFields } from '../../shared/upload.ts'

/** Where an upload goes and what was said of it. */
export interface UploadPlace extends UploadFields {
  contractorId: string
  key: string | null
}

/** What became of an upload. A mail may still be being read; then it has no item yet. */
export interface Taken {
  became: 'document' | 'mail'
  id: string | null
  itemId: string | null
  isKnown: boolean
  isPending: boolean
}

import { Refusal } from '../refusal.ts'

/** Errors of the disk, which say nothing about the message. */
const codes = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'ENOENT']

/** Whether an error is the disk's fault, so that whatever was to be kept is tried again and not given up. */
export function isDiskTrouble(error: unknown): boolean {
  const { code } = error as { code?: string }
  return codes.includes(code ?? '') || (error instanceof Refusal && error.code === 'storage-full')
}

/** Whether an error says that a disk or an account's share of it is full. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

/**
 * One message found, or the reason why it cannot be taken. `bytes` is what it adds to the progress; `origin` is what
 * came in when the source had to be made from it.
 */
export type Found = { where: string; bytes: number } & (
  | { source: Uint8Array; origin?: Uint8Array }
  | { refused: string }
)

/** The largest message taken. */
export const MESSAGE_BYTES = 150 * 1024 * 1024

/** Files that hold one message in the form in which it travels. */
export function isMailName(name: string): boolean {
  return /\.(eml|mail|txt)$/i.test(name)
}

/** An mbox begins with a From line; mail programs give it any name. */
export function startsAsMbox(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, 5)).toString('latin1') === 'From '
}

import type { MoveSeenText } from './move-seen-pl.ts'

/** Who sees what is moved, in English. */
export const moveSeenEn: MoveSeenText = {
  after: names => `Visible after the move to: ${names}`,
  wider: names => `New people will see this: ${names}.`,
  keepsCircle: 'It has its own circle and takes it along.',
}

/** Raised whenever more, or other, text is read of documents than before; they are then read again. */
export const READER = 1

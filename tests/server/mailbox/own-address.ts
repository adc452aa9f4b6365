/**
 * An address of this machine that no other process listens at, as text (127.64.0.0 to 127.127.255.255).
 *
 * Only port 143 is spoken to in the clear before STARTTLS, so a test must listen at exactly that port, while the same
 * test may be running against another PostgreSQL at the same time. Linux answers at every address of 127.0.0.0/8, and
 * its process numbers have at most 22 bits.
 */
export const ownAddress = `127.${64 + (process.pid >> 16)}.${(process.pid >> 8) & 255}.${process.pid & 255}`

/** The first and the last moment that our contract can name: its times have years of four digits, from 1 on. */
export const FIRST_MS = Date.parse('0001-01-01T00:00:00Z')
export const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z')

import { expect, it } from 'vitest'
import { readConfig } from '../../../server/config.ts'

it('tells a terminal of no request, and a service or whoever says so of all', () => {
  expect(readConfig({}, { isAtTerminal: true }).logLevel).toBe('warn')
  expect(readConfig({}).logLevel).toBe('info')
  expect(readConfig({ LUPA_LOG: 'debug' }, { isAtTerminal: true }).logLevel).toBe('debug')
})

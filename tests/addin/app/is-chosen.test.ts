import { expect, it } from 'vitest'
import { isChosen } from '../../../addin/app/is-chosen.ts'

const group = (id: string, members: string[], everyone = false) => ({ id, name: id, everyone, members })
const choices = {
  users: [],
  groups: [group('outer', ['inner']), group('inner', ['outer', 'anna']), group('all', [], true)],
}

it('finds a user himself, through groups in groups that hold each other, and through everybody', () => {
  expect(isChosen('anna', new Set(['anna']), choices)).toBe(true)
  expect(isChosen('anna', new Set(['outer']), choices)).toBe(true)
  expect(isChosen('anna', new Set(['all']), choices)).toBe(true)
})

it('does not find a user whom nothing chosen holds', () => {
  expect(isChosen('piotr', new Set(['outer', 'anna']), choices)).toBe(false)
})

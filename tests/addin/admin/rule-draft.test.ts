import { expect, it } from 'vitest'
import { bodyOf, draftOf, lacksViewers, type RuleDraft } from '../../../addin/admin/rule-draft.ts'
import type { Rule } from '../../../shared/rule.ts'

const choices = { users: [], groups: [{ id: 'kadry', name: 'Kadry', members: [], everyone: false }] }
const filing: RuleDraft = { ...draftOf(null), contractor: { id: 'k', name: 'Huta' } }
const own = (chosen: string[], scope: Rule['scope'] = 'personal'): RuleDraft => ({
  ...filing,
  scope,
  mode: 'own',
  chosen: new Set(chosen),
})

it('lets the place decide who sees it until somebody is to be chosen', () => {
  expect(bodyOf(filing, choices as never, 'ja').audience).toBeNull()
  expect(bodyOf({ ...own(['x']), mode: 'place' }, choices as never, 'ja').audience).toBeNull()
  expect(bodyOf({ ...own(['x']), action: 'leave-out' }, choices as never, 'ja').audience).toBeNull()
})

it('keeps its writer in the circle of a rule for his own mail, and adds nobody to one of the company', () => {
  expect(bodyOf(own(['kadry']), choices as never, 'ja').audience).toEqual({ users: ['ja'], groups: ['kadry'] })
  expect(bodyOf(own(['kadry', 'x'], 'company'), choices as never, 'ja').audience).toEqual({
    users: ['x'],
    groups: ['kadry'],
  })
})

it('keeps a group that is not on the list any more a group', () => {
  const rule = { ...filing, viewers: [{ id: 'dawna', name: 'Dawna', isGroup: true }], scope: 'company', conditions: [] }
  const draft = draftOf(rule as unknown as Rule)

  expect(draft.mode).toBe('own')
  expect(bodyOf(draft, undefined, 'ja').audience).toEqual({ users: [], groups: ['dawna'] })
})

it('asks for somebody where a rule of the company would show its mail to nobody', () => {
  expect(lacksViewers(own([], 'company'))).toBe(true)
  expect(lacksViewers(own(['x'], 'company'))).toBe(false)
  expect(lacksViewers(own([]))).toBe(false)
  expect(lacksViewers({ ...own([], 'company'), action: 'leave-out' })).toBe(false)
})

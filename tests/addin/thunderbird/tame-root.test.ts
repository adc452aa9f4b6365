import { beforeEach, expect, it, vi } from 'vitest'
import { tameRoot } from '../../../addin/thunderbird/tame-root.ts'

let root: HTMLElement

beforeEach(() => {
  root = document.createElement('html')
})

it('takes from the root what makes everything in it dead or hides it', () => {
  for (const name of ['inert', 'hidden', 'popover', 'aria-hidden', 'lang']) root.setAttribute(name, '')

  tameRoot(root)

  expect(root.getAttributeNames()).toEqual(['lang', 'style'])
})

it('takes the important words about its edges, and leaves it the others', () => {
  root.setAttribute('style', 'margin-right: 0 !important; max-width: 100% !important; color: red; width: 600px')

  tameRoot(root)

  expect(root.style.getPropertyValue('margin-right')).toBe('')
  expect(root.style.getPropertyValue('max-width')).toBe('')
  expect(root.style.color).toBe('red')
  // A plain one gives way to the rule that makes room.
  expect(root.style.width).toBe('600px')
})

it('holds it drawn and at its size, whatever the mail says of it and whenever', async () => {
  root.setAttribute('style', 'display: none !important')
  tameRoot(root)

  expect(root.style.display).toBe('block')
  root.setAttribute('style', 'display: none !important')

  await vi.waitFor(() => expect(root.style.display).toBe('block'))
  expect(root.style.getPropertyPriority('display')).toBe('important')
})

it('does so again when more of the mail comes', async () => {
  tameRoot(root)

  root.setAttribute('inert', '')
  root.setAttribute('style', 'margin-right: 0 !important')

  await vi.waitFor(() => expect(root.hasAttribute('inert')).toBe(false))
  expect(root.style.getPropertyPriority('margin-right')).toBe('')
})

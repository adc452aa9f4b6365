import { expect, it } from 'vitest'
import { openStory } from './open-story.ts'
import { barriers, focusedName, untilAnswered, visit } from './reader.ts'

const {
  direct,
  page,
  complaints,
  given: { me, contractorId, caseId },
} = await openStory({
  prepare: async direct => {
    const me: string = JSON.parse(await direct.text('/api/me')).id
    const contractorId = (await direct.post('/api/contractors', { name: 'Hydro-Instal' })).id ?? ''
    const caseId = (await direct.post(`/api/contractors/${contractorId}/cases`, { title: 'Pompy' })).id ?? ''
    return { me, contractorId, caseId }
  },
})

const log = async (input: object) => (await direct.post('/api/activities', { contractorId, ...input })).id ?? ''
const button = (name: string) => page.getByRole('button', { name, exact: true })

/** Stands on a button, presses it by keyboard and waits until it has gone. */
async function pressAway(name: string) {
  await button(name).press('Enter')
  await button(name).waitFor({ state: 'detached' })
}

it('goes from a step of a task to the next', async () => {
  const id = await log({ kind: 'task', title: 'Zamówić pompę', assigneeId: me })
  await visit(page, `#/items/${id}`)

  await pressAway('Rozpocznij')

  await expect.poll(() => focusedName(page)).toBe('Zakończ')
  await page.keyboard.press('Enter')
  await expect.poll(() => focusedName(page)).toBe('Otwórz ponownie')
})

it('goes from a task that is done to the link of the next, so that a second press finishes no other', async () => {
  for (const title of ['Pierwsze', 'Drugie']) await log({ kind: 'task', title, assigneeId: me, dueOn: '2020-01-01' })
  await visit(page, '#/tasks')
  const names = (await page.locator('.task-rows .button').evaluateAll(all => all.map(one => one.ariaLabel))) as string[]

  const next = names[1]?.replace('Zakończ: ', '')

  await pressAway(names[0] ?? '')

  await expect.poll(() => focusedName(page)).toBe(next)
  await button('Cofnij').press('Enter')
  await button(names[0] ?? '').waitFor()
  await expect.poll(() => focusedName(page)).toBe(next)
})

it('goes to the next row as a whole where that has no link', async () => {
  const [first, second] = ['a@pomijany.example', 'b@pomijany.example']
  for (const address of [first, second]) await direct.post('/api/blocked-addresses', { address, scope: 'personal' })
  await visit(page, '#/left-out')
  const row = page.getByRole('listitem').filter({ hasText: second })
  const isThere = () => row.evaluate(one => one === document.activeElement)

  await pressAway(`Usuń: ${first}`)

  await expect.poll(isThere).toBe(true)
  await page.keyboard.press('Enter')
  await untilAnswered(page)
  expect(await isThere()).toBe(true)
})

it('goes from a party that was removed to what comes next', async () => {
  await direct.post('/api/contractors', { name: 'Płytki' })
  await visit(page, `#/cases/${caseId}?tab=parties`)
  await page.getByRole('searchbox', { name: 'Dodaj kontrahenta do sprawy' }).fill('Płytki')
  await pressAway('Płytki')
  await expect.poll(() => focusedName(page)).not.toBe('')

  await pressAway('Usuń ze sprawy: Płytki')

  await expect.poll(() => focusedName(page)).not.toBe('')
})

it('moves rows into a case and takes an item out, by keyboard alone', async () => {
  const id = await log({ kind: 'note', title: 'Do sprawy' })
  await visit(page, `#/contractors/${contractorId}?kind=note`)
  // On arrival the heading has the focus, and the keys of the list work at once.
  await page.getByRole('link', { name: 'Do sprawy' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByRole('combobox', { name: /^Do sprawy/ }).selectOption({ index: 1 })
  await button('Przypisz do sprawy').press('Enter')
  await page.getByText('Przeniesiono: 1 pozycja.').waitFor()
  await expect.poll(() => focusedName(page)).toBe('Przypisz do sprawy')
  await pressAway('Zakończ zaznaczanie')
  await expect.poll(() => focusedName(page)).not.toBe('')

  await visit(page, `#/items/${id}`)
  await button('Odepnij').press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Odepnij' }).press('Enter')
  await page.getByText('Odpięto.').waitFor()

  await expect.poll(() => focusedName(page)).not.toBe('')
})

it('goes on when the button that clears the filters has done so', async () => {
  await visit(page, `#/contractors/${contractorId}?q=nicniema`)

  await pressAway('Wyczyść filtry')

  await expect.poll(() => focusedName(page)).not.toBe('')
})

it('begins a dialog in its first field, also where the fields come later', async () => {
  const id = await log({ kind: 'note', title: 'Do przeniesienia' })
  await visit(page, `#/items/${id}`)

  await button('Przenieś').press('Enter')

  await page.locator('dialog select:focus').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focusedName(page)).toBe('Przenieś')
})

it('puts what has no room into a menu, which is chosen from by keys and goes back to its button', async () => {
  const id = await log({ kind: 'note', title: 'W wąskim oknie' })
  await visit(page, `#/items/${id}`)
  await button('Odepnij').focus()
  await page.setViewportSize({ width: 320, height: 800 })

  await expect.poll(() => focusedName(page)).toBe('Więcej')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('ArrowUp')
  expect(await focusedName(page)).toBe('Odepnij')
  await page.keyboard.press('Escape')
  expect(await focusedName(page)).toBe('Więcej')
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowDown')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('u')
  expect(await focusedName(page)).toBe('Udostępnij')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Udostępnij' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focusedName(page)).toBe('Więcej')

  await page.setViewportSize({ width: 1280, height: 800 })
  await button('Odepnij').waitFor()
  await button('Więcej').waitFor({ state: 'hidden' })
})

it('never made the browser complain', () => {
  expect(complaints).toEqual([])
})

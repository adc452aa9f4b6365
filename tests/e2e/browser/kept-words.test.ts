import { expect, it } from 'vitest'
import { openStory } from './open-story.ts'
import { barriers, visit } from './reader.ts'

const { page } = await openStory({})

const dialog = page.getByRole('dialog')
const notSaved = dialog.getByText('Wpisany tekst nie jest zapisany')

async function write() {
  await visit(page, '#/tasks')
  await visit(page, '#/contractors')
  await page.getByRole('button', { name: 'Utwórz kontrahenta' }).click()
  await dialog.getByLabel('Nazwa').fill('Hydro-Instal')
}

it('keeps what was typed when the back button is pressed, and goes at the second press', async () => {
  await write()

  await page.goBack()

  await notSaved.waitFor()
  expect(await dialog.getByLabel('Nazwa').inputValue()).toBe('Hydro-Instal')
  expect(page.url()).toMatch(/#\/contractors$/)
  expect(await barriers(page)).toEqual([])

  await page.goBack()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => page.url()).toMatch(/#\/tasks$/)
})

it('has the browser ask before the page is loaded anew or closed, each time', async () => {
  await write()
  const asked: string[] = []
  page.on('dialog', async question => {
    asked.push(question.type())
    await question.dismiss()
  })

  for (const _ of [1, 2]) await page.evaluate(() => location.reload())
  await expect.poll(() => asked).toEqual(['beforeunload', 'beforeunload'])
  expect(await dialog.getByLabel('Nazwa').inputValue()).toBe('Hydro-Instal')

  await dialog.getByLabel('Nazwa').press('Escape')
  await dialog.getByRole('button', { name: 'Zamknij' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.reload()
  expect(asked).toHaveLength(2)
})

import type { Page } from 'playwright-core'
import type { Scene } from './scene.ts'
import { longAddress } from './scene-answers.ts'

const token = 'x'.repeat(43)

const sendsMail = { 'GET /api/session/forgotten-password': { isMailed: true } }

/** What somebody sees who is not signed in: at the door, and who follows a link. */
export const doorScenes: Record<string, Scene> = {
  'door sign in': { page: '#/' },
  'door sign in wrong': {
    page: '#/',
    act: async page => {
      await page.locator('input[type=email]').fill('ktos@nasza.example')
      await page.locator('input[type=password]').fill('nie to')
      await page.locator('button[type=submit]').click()
    },
  },
  'door sign in lost': {
    page: '#/',
    answers: { 'POST /api/session': 'lost' },
    act: async page => {
      await page.locator('input[type=email]').fill('ktos@nasza.example')
      await page.locator('input[type=password]').fill('nie to')
      await page.locator('button[type=submit]').click()
    },
  },
  'door forgotten': { page: '#/', answers: sendsMail, act: forget },
  'door forgotten without mail': { page: '#/', act: forget },
  'door forgotten sent': {
    page: '#/',
    answers: { ...sendsMail, 'POST /api/session/forgotten-password': 202 },
    act: async page => {
      await forget(page)
      await page.locator('main input').first().fill(longAddress)
      await page.locator('button[type=submit]').click()
    },
  },
  'door invitation': { page: `#/password/${token}` },
  'door invitation used': {
    page: `#/password/${token}`,
    answers: { 'POST /api/session/password-link': 404 },
    act: async page => {
      for (const field of await page.locator('input[type=password]').all()) await field.fill('Dobre hasło 12')
      await page.locator('button[type=submit]').click()
    },
  },
  'door set up': { page: `#/set-up/${token}`, answers: { 'POST /api/set-up/look': 204 } },
  'door set up used': { page: `#/set-up/${token}`, answers: { 'POST /api/set-up/look': 404 } },
}

async function forget(page: Page) {
  await page.locator('main form button[type=button]').last().click()
  await page.locator('main form button[type=submit], main .notice').first().waitFor()
}

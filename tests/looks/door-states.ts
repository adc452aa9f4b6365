import type { Page } from 'playwright-core'
import { refusal } from '../support/fake-host.ts'
import type { State } from './states.ts'

const out = {
  'POST /api/lookup': refusal(401, 'not-signed-in'),
  'POST /api/session/refresh': refusal(401, 'not-signed-in'),
}
const provider = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  clientId: 'c',
  authority: 'https://login.example',
  scope: '',
}
const outlook: State = {
  answers: { ...out, 'GET /api/session/nested': { items: [provider] } },
  program: () => ({
    waysIn: async () => ({
      account: async () => {
        throw new Error('no account without a question')
      },
      window: async () => {
        throw new Error('no window')
      },
    }),
  }),
}

async function signIn(page: Page) {
  await page.locator('input[type=email]').fill('jan@nasza.example')
  await page.locator('input[type=password]').fill('nie to hasło')
  await page.locator('form [type=submit]').click()
}
const forget = (page: Page) => page.locator('form.sign-in > button').last().click()

/** States of the way in, and of a pane that is not told what it needs. */
export const doorStates: Record<string, State> = {
  'sign in wrong': { answers: { ...out, 'POST /api/session': refusal(401, 'wrong-password') }, act: signIn },
  'sign in code': { answers: { ...out, 'POST /api/session': refusal(401, 'code-needed') }, act: signIn },
  'sign in by the program': { answers: out, program: () => ({ signsIn: true }) },
  'sign in ways': outlook,
  'sign in ways failed': {
    ...outlook,
    act: page => page.locator('.part > button').nth(1).click(),
  },
  forgotten: {
    answers: { ...out, 'GET /api/session/forgotten-password': { isMailed: true } },
    act: forget,
  },
  'forgotten without mail': {
    answers: { ...out, 'GET /api/session/forgotten-password': { isMailed: false } },
    act: forget,
  },
  loading: { answers: { 'POST /api/lookup': () => new Promise(() => undefined) } },
  'mail unread': {
    program: () => ({
      openMessage: async () => {
        throw new Error('the program does not say what is open')
      },
    }),
  },
  'server failing': { answers: { 'POST /api/lookup': refusal(500, 'internal') } },
  'server too old': { answers: { 'POST /api/lookup': refusal(405, 'method-not-allowed') } },
  'no right': { answers: { 'POST /api/lookup': refusal(403, 'not-allowed') } },
}

import type { Page } from 'playwright-core'
import { me } from './dialog-scenes.ts'
import {
  asInvoice,
  asNote,
  asTeachable,
  huge,
  notifications,
  tasks,
  waitingGroups,
  waitingMails,
  withHistory,
  withPictures,
} from './file-answers.ts'
import { press, type Scene } from './scene.ts'

const PDF = { mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }

/** Pages of the client file with much on them, in states of their own, and with what opens above them. */
export const fileScenes: Record<string, Scene> = {
  'file huge': { page: 'file', answers: { 'GET /api/contractors/*': huge } },
  'file keys': { page: 'file', act: page => page.locator('.filter-bar > summary').click() },
  'file selected': {
    page: 'file documents',
    act: async (page, text) => {
      await press(page, text.selection.start)
      for (const box of (await page.locator('.timeline-row input[type=checkbox]').all()).slice(0, 3)) await box.check()
    },
  },
  'file export': {
    page: 'file',
    answers: { 'POST /api/downloads': 'never' },
    act: (page, text) => press(page, text.takeAlong.export),
  },
  'upload under way': {
    page: 'file documents',
    answers: { 'POST /api/contractors/*/documents': 'never' },
    act: put,
  },
  'upload refused': { page: 'file documents', answers: { 'POST /api/contractors/*/documents': 500 }, act: put },
  'mail with pictures': { page: 'mail', answers: { 'GET /api/items/*/message': withPictures } },
  'invoice card': { page: 'invoice', answers: { 'GET /api/items/*': asInvoice } },
  note: { page: 'call', answers: { 'GET /api/items/*': asNote } },
  'task with history': { page: 'task', answers: { 'GET /api/items/*': withHistory } },
  'tasks some': { page: 'tasks', answers: { 'GET /api/tasks': tasks } },
  'home full': { page: 'home', answers: { 'GET /api/tasks': tasks } },
  'triage new case': {
    page: 'triage',
    answers: { 'GET /api/triage/groups': waitingGroups, 'GET /api/triage': waitingMails },
    act: async (page, text) => {
      await page.locator('.triage-toggle').first().press('f')
      await page.getByRole('combobox', { name: text.triageWork.contractor }).fill('a')
      await page.locator('.option').first().click()
      await page.getByRole('combobox', { name: text.triageWork.caseFile, exact: true }).selectOption('new')
    },
  },
  'activity for few': {
    page: 'file activities',
    act: async (page, text) => {
      await press(page, text.activityForm.newButton)
      await press(page, text.activityForm.titles.task)
      await page.getByLabel(text.viewers.own).check()
    },
  },
  'move to new case': {
    page: 'file documents',
    act: async (page, text) => {
      await press(page, text.selection.start)
      for (const box of (await page.locator('.timeline-row input[type=checkbox]').all()).slice(0, 2)) await box.check()
      await press(page, text.moveMany.elsewhere)
      await page.getByRole('combobox', { name: text.triageWork.contractor }).fill('a')
      await page.locator('.option').first().click()
      await page.getByRole('combobox', { name: text.triageWork.caseFile, exact: true }).selectOption('new')
    },
  },
  'always earlier': {
    page: 'mail',
    answers: {
      'GET /api/items/*': asTeachable,
      'POST /api/items/*/teach': {},
      'GET /api/contractors/*/sweep': { mails: 47, mailboxes: 3, filed: 5, confidential: 2, waiting: 22 },
    },
    act: async page => {
      await page.locator('details.facts').waitFor()
      const facts = page.locator('details.facts:not([open]) > summary')
      if (await facts.count()) await facts.click()
      await page.locator('.teach button').nth(2).click()
      // The act waits until nobody may undo it any more.
      await page.locator('.toast button').last().click()
      await page.locator('.sweep').waitFor()
    },
  },
  'viewers staying': {
    page: 'mail',
    answers: {
      'GET /api/items/*/viewers': (_: object) => ({
        items: [{ id: me.id, name: 'szefowa', isGroup: false }],
        staying: [
          { id: 'keeper', name: 'Ewa Zielińska-Wiśniewska', isGroup: false },
          { id: 'group', name: 'Dział obsługi klienta', isGroup: true },
        ],
      }),
    },
    act: async (page, text) => {
      await press(page, text.item.changeViewers)
      await page.locator('dialog [role=status]').first().scrollIntoViewIfNeeded()
    },
  },
  'notifications some': { page: 'notifications', answers: { 'GET /api/notifications': notifications } },
  'case closed': {
    page: 'case',
    answers: { 'GET /api/cases/*': (body: object) => ({ ...body, closedAt: '2026-11-20T10:00:00.000Z' }) },
  },
  menu: {
    page: 'home',
    act: async page => {
      const button = page.locator('[popovertarget=menu]')
      if (await button.isVisible()) await button.click()
    },
  },
}

async function put(page: Page) {
  await page.locator('.upload input[type=file]').setInputFiles([
    { ...PDF, name: 'Oferta.pdf' },
    { ...PDF, name: `${'Konstantynopolitańczykowianeczka_'.repeat(4)}.pdf` },
    { name: 'Pusty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ])
}

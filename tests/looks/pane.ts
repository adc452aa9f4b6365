/** Draws one state of the pane, which the address names. */
import type { DraftHost, MailHost } from '../../addin/host/mail-host.ts'
import { mountPane } from '../../addin/pane/mount-pane.tsx'
import { buildMessage } from '../addin/pane/build-lookup.ts'
import { fakeHost } from '../support/fake-host.ts'
import { type State, states } from './states.ts'

const wanted = new URLSearchParams(location.hash.slice(1))
const state = states[wanted.get('state') ?? '']
if (wanted.get('program') === 'outlook') {
  Object.assign(document.documentElement.dataset, { host: 'outlook', theme: wanted.get('look') })
  await import('../../addin/outlook/outlook.css')
}
const root = document.getElementById('pane')
if (root && state) mountPane(root, hostOf(state, wanted.get('language') ?? 'pl'))

const draft: DraftHost = {
  mean: async () => undefined,
  setSubject: async () => undefined,
  insert: async () => undefined,
  attach: async () => ({ status: 200, body: '', isAttached: true }),
}

function hostOf({ message, answers = {}, otherwise, queue, isAway, program }: State, language: string): MailHost {
  const host = fakeHost(message === undefined ? buildMessage() : message, answers)
  const away = async () => {
    throw new Error('no connection')
  }
  return {
    ...host,
    language: () => language,
    words: async () => 'Pozdrawiam\nDrukarnia Prestiż Sp. z o.o.\nNIP 525-224-84-81\ntel. 601 700 800',
    readSelected: async () => ({ message: buildMessage(), source: new Blob(['Subject: x']) }),
    ...(otherwise && { whatElse: async () => otherwise }),
    ...(otherwise?.is === 'draft' && { draft }),
    ...(isAway && { fetch: away }),
    ...(queue && {
      queue: {
        add: async () => undefined,
        list: async () => queue,
        retry: async () => undefined,
        discard: async () => undefined,
        onChange: () => () => undefined,
      },
    }),
    ...program?.(host),
  }
}

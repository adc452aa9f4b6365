import { expect, it } from 'vitest'
import type { Lookup } from '../../../shared/lookup.ts'
import { refusal } from '../../support/fake-host.ts'
import { buildLookup, eventually, showFile } from './show-pane.ts'

const words = 'Być może dodatek jest nowszy niż serwer'

it('says that the server is older than the add-on where its answer lacks what stands beside a mail', async () => {
  const { activities: _activities, ours: _ours, ...old } = buildLookup()

  const { pane } = showFile(old as Lookup)

  await eventually(() => expect(pane.textContent).toContain(words))
})

it('says so where the server does not take the question', async () => {
  const { pane } = showFile(buildLookup(), { 'POST /api/lookup': refusal(422, 'invalid') })

  await eventually(() => expect(pane.textContent).toContain(words))
})

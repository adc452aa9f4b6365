import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'

const { app, house } = await openTestHouse()
const routes = ['/thunderbird/lupa.xpi', '/thunderbird/updates.json', '/thunderbird/policies.json']

it.each(routes)('refuses %s until the server knows its own address', async url => {
  house.config.publicUrl = null

  const { statusCode, body } = await app.inject(url)

  expect(statusCode).toBe(409)
  expect(JSON.parse(body)).toMatchObject({ code: 'no-public-url' })
})

it('hands out the extension, and tells Thunderbird by its hash where a newer one is', { timeout: 60_000 }, async () => {
  house.config.publicUrl = 'https://lupa.nasza.example'

  const extension = await app.inject('/thunderbird/lupa.xpi')
  const updates = await app.inject('/thunderbird/updates.json')

  expect(extension.headers['content-type']).toBe('application/x-xpinstall')
  const hash = createHash('sha256').update(extension.rawPayload).digest('hex')
  expect(updates.json()).toEqual({
    addons: {
      'lupa@lupa.addon': {
        updates: [
          {
            version: expect.stringMatching(/^\d+\.\d+\.\d+/),
            update_link: 'https://lupa.nasza.example/thunderbird/lupa.xpi',
            update_hash: `sha256:${hash}`,
            applications: { gecko: { strict_min_version: '140.0' } },
          },
        ],
      },
    },
  })
})

it('installs it by policy with the address fixed', async () => {
  house.config.publicUrl = 'https://lupa.nasza.example'

  const { policies } = (await app.inject('/thunderbird/policies.json')).json()

  expect(policies.ExtensionSettings['lupa@lupa.addon']).toEqual({
    installation_mode: 'force_installed',
    install_url: 'https://lupa.nasza.example/thunderbird/lupa.xpi',
  })
  expect(policies['3rdparty'].Extensions['lupa@lupa.addon']).toEqual({ server: 'https://lupa.nasza.example' })
  // Or the monthly Thunderbird would take it from no server whose certificate the company has signed itself.
  expect(policies.Preferences['extensions.install.requireBuiltInCerts']).toEqual({ Value: false, Status: 'locked' })
  expect(policies.Preferences['extensions.update.requireBuiltInCerts']).toEqual({ Value: false, Status: 'locked' })
})

import { expect, it, vi } from 'vitest'
import { saveByBrowser } from '../../../addin/file/save-by-browser.ts'
import { fakeHost, refusal, reply } from '../../support/fake-host.ts'

/** The links that were followed. */
function followed() {
  const links: { href: string; name: string; rel: string }[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    links.push({ href: this.getAttribute('href') ?? '', name: this.download, rel: this.rel })
  })
  return links
}

it.each([
  ['/api/contractors/1/export', '/api/contractors/1/export?ticket=raz'],
  ['/api/contractors/1/timeline.csv?kind=note&q=a+b', '/api/contractors/1/timeline.csv?kind=note&q=a+b&ticket=raz'],
])('follows %s with a ticket for just that, which no page is told of', async (path, href) => {
  const links = followed()
  const host = fakeHost(null, { 'POST /api/downloads': reply(201, { ticket: 'raz', expiresAt: '' }) })

  await saveByBrowser(host, path, 'Okna.zip')

  expect(host.asked.find(asked => asked.path === '/api/downloads')?.body).toEqual({ path })
  expect(links).toEqual([{ href, name: 'Okna.zip', rel: 'noreferrer' }])
})

it('follows nothing when the ticket is refused', async () => {
  const links = followed()
  const host = fakeHost(null, { 'POST /api/downloads': refusal(404, 'not-found') })

  await expect(saveByBrowser(host, '/api/contractors/1/export', 'x.zip')).rejects.toMatchObject({ code: 'not-found' })

  expect(links).toEqual([])
})

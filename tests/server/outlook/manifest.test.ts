import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { fillManifest } from '../../../server/outlook/fill-manifest.ts'
import { version } from '../../../server/version.ts'
import { openTestHouse } from '../../support/house.ts'
import { judgeManifest, type Verdict } from './judge-manifest.ts'

const good = fillManifest('https://lupa.firma.example', '1.2.3')
const content: Verdict = { schema: [], sense: [], conversion: [], unified: [] }
const publicFolder = path.resolve(import.meta.dirname, '../../../addin/outlook/public')
const pages = path.resolve(import.meta.dirname, '../../../addin')

it('is content with the manifest that we hand out', async () => {
  expect(await judgeManifest(good)).toEqual(content)
})

type Layer = keyof Verdict

/** One thing wrong with the good manifest, and who has to notice; several layers may. */
type Mutation = [what: string, by: Layer, from: string | RegExp, to: string]

const mutations: Mutation[] = [
  ['elements in another order', 'schema', /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, '$2$1'],
  ['an unknown surface', 'schema', 'xsi:type="MobileMessageReadCommandSurface"', 'xsi:type="MobileMessageSurface"'],
  ['an id that is none', 'schema', /<Id>.*<\/Id>/, '<Id>lupa</Id>'],
  ['a version of five numbers', 'schema', /<Version>.*<\/Version>/, '<Version>1.2.3.0.1</Version>'],
  ['a version of three numbers', 'schema', /<Version>.*<\/Version>/, '<Version>1.2.3</Version>'],
  ['a pane too high', 'schema', '<RequestedHeight>450', '<RequestedHeight>500'],
  ['a name of a resource too long', 'schema', /Pane\.Label/g, `P${'x'.repeat(32)}`],
  ['a short text too long', 'schema', 'DefaultValue="Client file"', `DefaultValue="${'x'.repeat(126)}"`],
  ['a long text too long', 'schema', 'DefaultValue="Shows the', `DefaultValue="${'x'.repeat(251)}`],
  [
    'pinning where it is not known',
    'schema',
    '<SourceLocation resid="Pane.Url"/>',
    '<SourceLocation resid="Pane.Url"/><SupportsPinning>true</SupportsPinning>',
  ],
  [
    'shared folders where they are not known',
    'schema',
    '<DesktopFormFactor>',
    '<DesktopFormFactor><SupportsSharedFolders>true</SupportsSharedFolders>',
  ],
  ['an unknown permission', 'schema', 'ReadWriteMailbox<', 'ReadEverything<'],
  ['an unknown permission, for the converter', 'conversion', 'ReadWriteMailbox<', 'ReadEverything<'],
  ['a higher demand on the mailbox', 'schema', 'MinVersion="1.5"/>', 'MinVersion="1.8"/>'],
  ['a language that is none', 'schema', '<DefaultLocale>en-US', '<DefaultLocale>english language'],
  ['an event that is unknown', 'schema', 'Type="OnMessageSend"', 'Type="ItemSend"'],
  ['an icon of a size that no telephone asks for', 'schema', 'size="48" scale="3"', 'size="64" scale="3"'],
  ['a send that may be forbidden', 'sense', 'SendMode="PromptUser"', 'SendMode="Block"'],
  ['a send that older Outlooks would forbid', 'sense', 'SendMode="PromptUser"', 'SendMode="SoftBlock"'],
  ['a custom pane', 'sense', 'xsi:type="AppointmentAttendeeCommandSurface"', 'xsi:type="CustomPane"'],
  [
    'a name that leads nowhere',
    'sense',
    '<SourceLocation resid="Events.Page"/>',
    '<SourceLocation resid="Events.Pages"/>',
  ],
  [
    'a pane whose address is missing',
    'sense',
    'id="Pane.Url" DefaultValue="https://lupa.firma.example/outlook.html"',
    'id="Pane.Uri" DefaultValue="https://lupa.firma.example/outlook.html"',
  ],
  ['a pane whose address is missing, for the converter', 'unified', / id="Pane.Url"/g, ' id="Pane.Uri"'],
  [
    'an address without encryption',
    'sense',
    'https://lupa.firma.example/outlook/icon-80.png',
    'http://lupa.firma.example/outlook/icon-80.png',
  ],
  ...['16', '32', '80'].map(
    (size): Mutation => [`an icon of ${size} left out`, 'sense', `<bt:Image size="${size}" resid="Icon.${size}"/>`, ''],
  ),
  ['a picture of one density left out', 'sense', '<bt:Image size="32" scale="2" resid="Icon.64"/>', ''],
  ['no permission asked for', 'sense', /<Permissions>.*<\/Permissions>/, ''],
  ['no permission asked for, for the converter', 'conversion', /<Permissions>.*<\/Permissions>/, ''],
  ['an event of the former kind', 'sense', 'xsi:type="LaunchEvent"', 'xsi:type="Events"'],
  ['two buttons of one name', 'sense', 'id="write.pane"', 'id="read.pane"'],
  ['two resources of one name', 'sense', '<bt:Image id="Icon.32"', '<bt:Image id="Icon.16"'],
  ['text that is no XML', 'sense', '</OfficeApp>', '</OfficeAp>'],
  ['text that is no XML, for the schema', 'schema', '</OfficeApp>', '</OfficeAp>'],
  ['text that is no XML, for the converter', 'conversion', '</OfficeApp>', '</OfficeAp>'],
  ['more than Outlook takes', 'sense', '</OfficeApp>', `<!--${'x'.repeat(260_000)}--></OfficeApp>`],
]

it.each(mutations)('notices %s (%s)', async (_what, layer, from, to) => {
  const spoilt = good.replace(from, to)

  expect(spoilt).not.toBe(good)
  expect((await judgeManifest(spoilt))[layer]).not.toEqual([])
})

it('names only files that we serve', () => {
  const named = [...good.matchAll(/DefaultValue="https:\/\/lupa\.firma\.example(\/[^"]*)"/g)].map(
    match => match[1] ?? '',
  )
  const served = (name: string) =>
    name === '/' || existsSync(publicFolder + name) || existsSync(pages + name) || name === '/outlook/events.js'

  expect(named.length).toBeGreaterThan(10)
  expect(named.filter(name => !served(name))).toEqual([])
})

it('knows an installation by its address: the same again, another elsewhere', () => {
  const idOf = (address: string) => /<Id>(.*)<\/Id>/.exec(fillManifest(address, '1.2.3'))?.[1]

  expect(idOf('https://lupa.firma.example')).toBe(idOf('https://lupa.firma.example'))
  expect(idOf('https://lupa.firma.example')).not.toBe(idOf('https://proba.firma.example'))
})

it.each([
  ['1.2.3', '1.2.3.0'],
  ['0.1.0-beta.2', '0.1.0.2'],
])('writes version %s as Exchange wants it', (ours, theirs) => {
  expect(fillManifest('https://lupa.firma.example', ours)).toContain(`<Version>${theirs}</Version>`)
})

it('hands the manifest to everybody, or says what is missing', async () => {
  const { app, house } = await openTestHouse()

  const refused = await app.inject('/outlook/manifest.xml')
  house.config.publicUrl = 'https://lupa.firma.example'
  const given = await app.inject('/outlook/manifest.xml')

  expect([refused.statusCode, refused.json().code]).toEqual([409, 'no-public-url'])
  expect(refused.json().detail).toContain('LUPA_PUBLIC_URL')
  expect(given.statusCode).toBe(200)
  expect(given.headers['content-type']).toBe('application/xml; charset=utf-8')
  expect(given.body).toBe(fillManifest('https://lupa.firma.example', version))
})

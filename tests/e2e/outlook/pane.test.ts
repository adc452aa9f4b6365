import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { base64, mail, mailWithPriceList, priceList } from './mails.ts'
import { type OutlookWindow, openOutlook, type Storage } from './outlook-window.ts'
import { barriersBeside, jumpsBeside, LATE_MS, signInBeside, slowDown } from './pane-reader.ts'
import type { Verdict } from './play-outlook.ts'
import { openWorld, type World } from './world.ts'

/** What is to be done: one task stands in the strip of what is to come, two in a list of their own. */
const ahead = [
  { title: 'Wysłać ofertę', dueOn: '2026-01-05' },
  { title: 'Umówić montaż', dueOn: '2099-01-05' },
  { title: 'Uporządkować cennik' },
]

describe.each<Storage>(['blocked', 'allowed'])('with storage of other sites %s', storage => {
  let world: World
  let outlook: OutlookWindow
  let jumpsAtFirst: number

  beforeAll(async () => {
    world = await openWorld(storage)
    for (const task of ahead) {
      await world.direct.post('/api/activities', { kind: 'task', contractorId: world.contractorId, ...task })
    }
    const items = [
      mail('one'),
      mail('two', { from: { name: 'Obcy', address: 'obcy@inna.example' } }),
      mail('shared', { isShared: true }),
      mail('draft', { kind: 'compose', to: [{ name: 'Anna', address: 'anna@meblex.example' }] }),
      mail('meeting', { kind: 'appointment' }),
      ...['racing', 'other', 'stubborn', 'flaky', 'unmarked', 'slow', 'quick', 'elsewhere'].map(id => mail(id)),
      mail('by hand', { categories: ['Przypisany'] }),
      mail('signed', {
        from: { name: 'Jan Stolarz', address: 'jan@stolarnia.example' },
        text: 'Proszę o ofertę.\n\nJan Stolarz\nStolarnia Dąb Sp. z o.o.\nNIP 526-000-12-46',
      }),
    ]
    outlook = await openOutlook(world.browser, { items, selected: ['one'] })
    await signInBeside(outlook)
    await outlook.pane.locator('.file:not(.stale)').waitFor()
    await new Promise(resolve => setTimeout(resolve, 400))
    jumpsAtFirst = await jumpsBeside(outlook)
  })

  afterAll(() => world?.close())

  const file = () => outlook.pane.getByRole('button', { name: 'Przypisz', exact: true }).click()
  const filed = () => outlook.pane.getByRole('article', { name: 'Przypisano' }).waitFor()
  const show = async (id: string) => {
    await outlook.rig((rig, which: string) => rig.select(which), id)
    await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
    await outlook.pane.locator('.file:not(.stale)').waitFor()
  }

  it('shows whose mail it is and files it as it travelled, with a mark in the list', async () => {
    await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
    await file()
    await filed()

    await expect.poll(() => outlook.rig(rig => rig.items.one?.categories)).toEqual(['Przypisany'])
    expect(await outlook.rig(rig => rig.master)).toEqual(['Przypisany'])
    const source = await outlook.rig(rig => rig.items.one?.source)
    expect(base64(await world.sourceOf('Dostawa one'))).toBe(source)
  })

  it('takes the mark away when the mail is unfiled', async () => {
    await outlook.pane.getByRole('button', { name: /Odepnij/ }).click()
    await outlook.pane.getByRole('button', { name: 'Zamknij', exact: true }).click()

    await expect.poll(() => outlook.rig(rig => rig.items.one?.categories)).toEqual([])
  })

  it('takes the mark away of a mail that was taken out elsewhere, and leaves a category that somebody chose himself', async () => {
    await show('elsewhere')
    await file()
    await filed()
    await expect.poll(() => outlook.rig(rig => rig.items.elsewhere?.categories)).toEqual(['Przypisany'])
    await world.takeOut('Dostawa elsewhere')
    await show('by hand')
    await show('elsewhere')

    await expect.poll(() => outlook.rig(rig => rig.items.elsewhere?.categories)).toEqual([])
    expect(await outlook.rig(rig => rig.items['by hand']?.categories)).toEqual(['Przypisany'])
  })

  it('shows at once what a colleague puts into the file', async () => {
    await show('elsewhere')
    await world.direct.post('/api/activities', {
      kind: 'note',
      contractorId: world.contractorId,
      title: 'Zmiana dostawy',
    })

    await outlook.pane.getByText('Zmiana dostawy').first().waitFor({ timeout: 5000 })
  })

  it('fills in a new contractor from the signature', async () => {
    await outlook.rig(rig => {
      // A pinned pane of classic Outlook is often refused the words at first.
      rig.fail[37] = [5001, 5001]
      rig.select('signed')
    })
    await outlook.pane.getByRole('button', { name: 'Utwórz kontrahenta' }).first().click()

    await expect.poll(() => outlook.pane.getByLabel('NIP').inputValue()).toBe('526-000-12-46')
  })

  it('follows the selection, also to nothing and to an appointment', async () => {
    await outlook.rig(rig => rig.select('two'))
    await outlook.pane.getByText('obcy@inna.example').first().waitFor()
    await outlook.rig(rig => rig.select())
    await outlook.pane.getByRole('heading', { name: 'Nie wybrano wiadomości' }).waitFor()
    await outlook.rig(rig => rig.select('meeting'))
    await outlook.pane.getByRole('heading', { name: 'Otwarte jest spotkanie' }).waitFor()

    await show('other')
  })

  it('leaves no mark in a folder that others read too', async () => {
    await show('shared')
    await file()
    await filed()

    expect(await outlook.rig(rig => rig.items.shared?.categories ?? [])).toEqual([])
  })

  it('files nothing when another mail was opened while the first was still being read', async () => {
    await show('racing')
    await outlook.rig(rig => {
      rig.slow[204] = 1500
    })
    await file()
    await outlook.rig(rig => rig.select('other'))
    await new Promise(resolve => setTimeout(resolve, 2000))
    await outlook.rig(rig => {
      rig.slow = {}
    })

    await expect(world.sourceOf('Dostawa racing')).rejects.toThrow()
    await expect(world.sourceOf('Dostawa other')).rejects.toThrow()
  })

  it('shows the later mail although the answer about the earlier one comes last', async () => {
    await outlook.rig(rig => {
      rig.slow[168] = 1200
      rig.select('slow')
    })
    await new Promise(resolve => setTimeout(resolve, 100))
    await outlook.rig(rig => {
      rig.slow = {}
      rig.select('two')
    })

    await outlook.pane.getByText('obcy@inna.example').first().waitFor()
    await new Promise(resolve => setTimeout(resolve, 1500))
    expect(await outlook.pane.getByRole('heading', { name: 'Meblex' }).count()).toBe(0)
  })

  it('does not jump while it loads: neither when it is opened nor from one mail to the next', async () => {
    const startsAt = new Date(Date.now() + 3_600_000).toISOString()
    const meeting = { kind: 'meeting', title: 'Przegląd dostaw', startsAt }
    await world.direct.post('/api/activities', { contractorId: world.contractorId, ...meeting })
    const jumps = [jumpsAtFirst]
    // What moved since then moved for what was pressed, however long Outlook took to do it.
    await jumpsBeside(outlook)
    const late: number[] = []
    await slowDown(outlook)
    for (const id of ['signed', 'other', 'two', 'quick']) {
      await outlook.rig((rig, which: string) => rig.select(which), id)
      const file = outlook.pane.locator('.file:not(.stale)')
      await file.waitFor()
      // How one file took the place of another is told when that is painted.
      await file.evaluate(() => new Promise(told => requestAnimationFrame(() => requestAnimationFrame(told))))
      jumps.push(await jumpsBeside(outlook))
      await new Promise(resolve => setTimeout(resolve, LATE_MS + 300))
      late.push(await jumpsBeside(outlook))
    }
    await outlook.page.unrouteAll()

    process.stdout.write(`the pane jumped: ${jumps.map(jump => jump.toFixed(3)).join(', ')}\n`)
    // Nothing that is shown makes way for what the server says after the file.
    expect(late).toEqual(late.map(() => 0))
    // What the Web Vitals call good is 0.1.
    expect(Math.max(...jumps)).toBeLessThan(0.1)
    const linksIn = (name: string) => outlook.pane.getByRole('region', { name }).getByRole('link').allTextContents()
    expect(await linksIn('Nadchodzące')).toEqual([meeting.title, 'Umówić montaż'])
    expect(await linksIn('Otwarte zadania')).toEqual(['Wysłać ofertę', 'Uporządkować cennik'])
    await outlook.pane.getByRole('link', { name: /^Czeka na naszą odpowiedź: / }).waitFor()
    expect(await barriersBeside(outlook)).toEqual([])
  })

  it('tries again when Outlook fails for reasons of its own', async () => {
    await show('flaky')
    await outlook.rig(rig => {
      rig.fail[204] = [5001, 5001]
    })
    await file()
    await filed()

    expect(base64(await world.sourceOf('Dostawa flaky'))).toBe(await outlook.rig(rig => rig.items.flaky?.source))
  })

  it.each([5001, 9030])('says that the mail could not be read when Outlook answers %i to everything', async code => {
    await show('stubborn')
    await outlook.rig((rig, number: number) => {
      for (const id of [204, 37, 150]) rig.always[id] = number
    }, code)
    await file()

    await outlook.pane.getByRole('alert').getByText('Nie udało się odczytać treści').waitFor()
    await outlook.rig(rig => {
      rig.always = {}
    })
  })

  it('files without a mark where marks are not permitted', async () => {
    await show('unmarked')
    await outlook.rig(rig => {
      rig.always[158] = 9038
      rig.always[161] = 9038
    })
    await file()
    await filed()

    expect(await outlook.rig(rig => rig.items.unmarked?.categories ?? [])).toEqual([])
    await outlook.rig(rig => {
      rig.always = {}
    })
  })

  it(
    storage === 'blocked' ? 'asks again after a reload, because nothing could be kept' : 'stays signed in',
    async () => {
      const again = await openOutlook(world.browser, { items: [mail('one')], selected: ['one'] })
      const name = storage === 'blocked' ? 'Zaloguj się' : 'Meblex'
      await again.pane.getByRole('heading', { name }).waitFor()
      await again.close()
    },
  )

  describe('the guard at sending, beside a draft that the pane never saw', () => {
    let events: OutlookWindow

    beforeAll(async () => {
      const { direct, contractorId } = world
      await direct.post('/api/contractors', { name: 'Hurtownia Kowal', addresses: ['@kowal.example'] })
      await direct.post('/api/own-addresses', { address: '@nasza-druga.example' })
      await direct.handIn(`/api/messages?contractorId=${contractorId}`, mailWithPriceList)
      const { items } = JSON.parse(await direct.text(`/api/contractors/${contractorId}/timeline?limit=50`))
      const document = items.find((one: { title: string }) => one.title === 'Cennik żółty.pdf')
      const me = JSON.parse(await direct.text('/api/me'))
      await direct.patch(`/api/items/${document.id}`, { audience: { users: [me.id], groups: [] } })
      const drafts = [mail('new', { kind: 'compose', to: [] })]
      events = await openOutlook(world.browser, { items: drafts, selected: ['new'], frame: 'outlook-events.html' })
    })

    afterAll(() => events?.close())

    const send = (to: string[], files: { name: string; content: string }[] = []): Promise<Verdict> =>
      events.rig(
        (rig, mail) => {
          if (rig.items.new) rig.items.new.to = mail.to.map(address => ({ name: '', address }))
          if (rig.items.new) rig.items.new.attached = mail.files
          return rig.raise('onMessageSend')
        },
        { to, files },
      )
    const mixed = ['anna@meblex.example', 'ewa@kowal.example', 'ola@nasza-druga.example']
    const secret = [{ name: 'Pulpit.pdf', content: base64(priceList) }]

    it(`${storage === 'allowed' ? 'warns of' : 'knows nothing of'} recipients of two contractors`, async () => {
      const verdict = await send(mixed)

      expect(verdict.allowEvent).toBe(storage === 'blocked')
      if (storage === 'allowed')
        expect(verdict.errorMessage).toContain(
          'różnych kontrahentów: anna@meblex.example (Meblex), ewa@kowal.example (Hurtownia Kowal).',
        )
    })

    describe.runIf(storage === 'allowed')('with the session that the pane keeps', () => {
      it('warns of a confidential file on its way outside, whatever its name', async () => {
        expect((await send(['obcy@inna.example'], secret)).errorMessage).toContain('dokument poufny (Pulpit.pdf)')
      })

      it('is silent among colleagues, under another domain of the company too', async () => {
        expect(await send(['ola@nasza.example', 'ewa@nasza-druga.example'], secret)).toEqual({ allowEvent: true })
      })

      it('goes on in the session without ending it', async () => {
        const again = await openOutlook(world.browser, { items: [mail('one')], selected: ['one'] })
        await again.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
        await again.close()
        expect((await send(mixed)).allowEvent).toBe(false)
      })

      it('holds no mail back while the server is away', async () => {
        await events.page.route(/\/(api|ready)\b/, route => route.abort('connectionfailed'))
        expect(await send(mixed)).toEqual({ allowEvent: true })
        await events.page.unroute(/\/(api|ready)\b/)
      })

      it('knows nothing any more once its reader has signed out', async () => {
        await outlook.pane.getByRole('button', { name: 'Wyloguj się' }).click()
        await outlook.pane.getByRole('heading', { name: 'Zaloguj się' }).waitFor()

        expect(await send(mixed)).toEqual({ allowEvent: true })
      })
    })
  })

  it('made the browser complain of nothing', () => {
    expect(outlook.complaints).toEqual([])
  })
})

import { expect, it } from 'vitest'
import { buildSampleCompany } from '../../../server/sample/sample-company.ts'
import { figuresOf, isHeld } from '../../truth/figures.ts'
import { type Judged, judge } from '../../truth/judge.ts'
import { playSample } from '../../truth/play-sample.ts'
import { tableOf } from '../../truth/print-table.ts'

/** The whole company is judged by `npm run truth` and `npm run test:long`. */
const MAILS = Number(process.env.LUPA_TEST_SAMPLE_MAILS ?? 400)

it('files the mail of the sample company where its story says', { timeout: 240_000 + MAILS * 500 }, async () => {
  const mails = await playSample({ mails: MAILS })

  expect(mails.length).toBeGreaterThan(0.85 * MAILS)
  expect(isHeld(figuresOf(mails)), tableOf(mails).join('\n')).toBe(true)
})

it('tells of everything that addresses alone get wrong', () => {
  const mails = [...buildSampleCompany().mails()]
  const themes = new Map(mails.map(({ theme }) => [theme, mails.filter(mail => mail.theme === theme).length]))

  for (const theme of [
    'shared-domain',
    'new-employer',
    'accountant',
    'wrong-copy',
    'forward',
    'old-thread',
    'spoof',
  ] as const)
    expect(themes.get(theme), theme).toBeGreaterThanOrEqual(20)
})

it('tells where every mail belongs by its story: its contractor and case, or nowhere', () => {
  const company = buildSampleCompany()
  const contractors = new Set(company.contractors.map(({ key }) => key))
  const cases = new Map(company.cases.map(({ key, contractorKey }) => [key, contractorKey]))
  const mails = [...company.mails()]
  const places = mails.flatMap(({ truth }) => truth.places)

  expect(places.filter(place => !contractors.has(place.contractorKey))).toEqual([])
  expect(places.filter(({ caseKey, contractorKey }) => caseKey && cases.get(caseKey) !== contractorKey)).toEqual([])
  expect(mails.filter(({ truth }) => (truth.wanted === 'file') !== (truth.derivable !== 'neither'))).toEqual([])
  expect(
    mails.filter(({ truth }) => truth.derivable === 'case' && !truth.places.some(({ caseKey }) => caseKey)),
  ).toEqual([])
  expect(mails.filter(({ kind, truth }) => kind !== 'thread' && truth.places.length > 0)).toEqual([])
})

it('lets an accountant write for five contractors from one address', () => {
  const { persons } = buildSampleCompany({ mails: 40 })
  const clients = persons.filter(({ emails }) => emails.includes('renata.bober@biuro-rubryka.example'))

  expect(new Set(clients.map(({ contractorKey }) => contractorKey)).size).toBe(5)
})

it('does not hold when a single mail lies in a file that is not its own', () => {
  const truth = { places: ['hotel'], derivable: 'contractor', wanted: 'file' } as const
  const mail = (filed: string[]): Judged => ({
    key: 'a',
    theme: 'conversation',
    truth: { ...truth, places: [...truth.places] },
    outcome: { filed, state: 'filed', said: '' },
  })
  const right = Array.from({ length: 99 }, () => mail(['hotel']))

  expect(judge(mail(['inny']))).toEqual(new Set(['wrong contractor']))
  expect(isHeld({ ...figuresOf(right), rightCase: 1 })).toBe(true)
  expect(isHeld({ ...figuresOf([...right, mail(['inny'])]), rightCase: 1 })).toBe(false)
})

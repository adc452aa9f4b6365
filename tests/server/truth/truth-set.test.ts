import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { readNip } from '../../../shared/tax-id.ts'
import { writerOf } from '../../truth/build-mail.ts'
import { type CaseKey, cases } from '../../truth/cases.ts'
import { type ContractorKey, contractors, own } from '../../truth/company.ts'
import { type MailPlan, themes } from '../../truth/mail-plan.ts'
import { people } from '../../truth/people.ts'
import { story, tell } from '../../truth/story.ts'
import { type PlaceName, placeOf } from '../../truth/truth.ts'

const mailSteps = story.filter(step => 'mail' in step)
const judged = story.filter(step => 'truth' in step)
const told = tell(story)

/** The header of a source, with its folded lines joined. */
function headerOf(source: Buffer): string[] {
  const [header = ''] = source.toString('latin1').split('\r\n\r\n')
  return header.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n')
}

function namesIn(plan: MailPlan): string[] {
  return (plan.attachments ?? []).map(file => file.name)
}

describe('the mails', () => {
  it('are at least 150 that have to find their place, each under a key of its own', () => {
    expect(judged.length).toBeGreaterThanOrEqual(150)
    expect(new Set(mailSteps.map(step => step.mail.key)).size).toBe(mailSteps.length)
  })

  it('are spread over the themes', () => {
    const sizes = themes.map(theme => judged.filter(step => step.theme === theme).length)

    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20)
  })

  it.each([...told.values()].map(mail => [mail.key, mail] as const))('%s travels as mail does', (_key, mail) => {
    const header = headerOf(mail.source)
    const from = header.filter(line => line.startsWith('From: '))

    expect(header.every(line => /^[A-Za-z][A-Za-z0-9-]*: ?/.test(line))).toBe(true)
    expect(from[0]).toMatch(/^From: .*[^@<>\s]+@[A-Za-z0-9.-]+>?$/)
    expect(header.filter(line => line.startsWith('Date: '))).toHaveLength(1)
    expect(Number.isNaN(Date.parse(header.find(line => line.startsWith('Date: '))?.slice(6) ?? ''))).toBe(false)
    expect(mail.source.toString('latin1')).not.toMatch(/[^\r]\n/)
  })

  it.each(mailSteps.map(step => [step.mail.key, step.mail] as const))(
    '%s says what its plan says',
    async (key, plan) => {
      const parsed = await PostalMime.parse(told.get(key)?.source ?? Buffer.alloc(0))
      const [firstLine = ''] = plan.text.split('\n')

      // The bytes of windows-1250 that name no charset are the test of somebody else.
      if (plan.charset !== 'raw-windows-1250') expect(parsed.text ?? '').toContain(firstLine)
      if (plan.subject && plan.charset !== 'raw-windows-1250' && !plan.subject.startsWith('=?')) {
        expect(parsed.subject).toBe(plan.subject)
      }
      expect(parsed.attachments.map(file => file.filename)).toEqual(expect.arrayContaining(namesIn(plan)))
    },
  )

  it('share a Message-ID only where the story says so', () => {
    const ids = [...told.values()].flatMap(mail => mail.messageId ?? [])
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index)

    expect(twice).toEqual(['awizacja@transmeb.example', 'mosina-start.2026@gmail.com'])
  })

  it('answer only mails that were told before', () => {
    const ids = new Set([...told.values()].map(mail => mail.messageId))
    const parents = [...told.values()].flatMap(mail =>
      headerOf(mail.source).flatMap(line => /^In-Reply-To: <(.*)>$/.exec(line)?.[1] ?? []),
    )

    expect(parents.length).toBeGreaterThan(40)
    expect(parents.filter(parent => !ids.has(parent))).toEqual([])
  })
})

describe('the truths', () => {
  const exists = (place: PlaceName) => {
    const { contractor, caseFile } = placeOf(place)
    if (!(contractor in contractors)) return false
    return (
      caseFile === null || (cases[caseFile] as { contractor: ContractorKey } | undefined)?.contractor === contractor
    )
  }

  it('name files that exist, and cases of these files', () => {
    const places = story.flatMap(step => {
      if ('truth' in step) return [...step.truth.places, ...(step.afterwards ? [step.afterwards] : [])]
      return 'place' in step ? [step.place] : []
    })

    expect(places.filter(place => !exists(place))).toEqual([])
  })

  it('say why, and promise nothing that they do not name', () => {
    for (const { truth, mail } of judged) {
      expect(truth.why, mail.key).not.toBe('')
      if (truth.derivable !== 'neither') expect(truth.places.length, mail.key).toBeGreaterThan(0)
      if (truth.derivable === 'case')
        expect(
          truth.places.some(place => placeOf(place).caseFile),
          mail.key,
        ).toBe(true)
      expect(truth.wanted === 'file', mail.key).toBe(truth.derivable !== 'neither')
    }
  })

  it('close only cases that exist', () => {
    const closed = story.flatMap<CaseKey>(step => ('closes' in step ? [step.closes] : []))

    expect(closed.filter(key => !(key in cases))).toEqual([])
    expect(closed.length).toBeGreaterThan(0)
  })
})

describe('the company', () => {
  it('has tax ids whose digits add up, each once', () => {
    const taxIds = [own.taxId, ...Object.values(contractors).flatMap(plan => ('taxId' in plan ? [plan.taxId] : []))]

    expect(taxIds.filter(taxId => readNip(taxId) !== taxId)).toEqual([])
    expect(new Set(taxIds).size).toBe(taxIds.length)
  })

  it('knows every person of its files', () => {
    const contacts = Object.values(contractors).flatMap<string>(plan => [...plan.people])

    expect(contacts.filter(key => !(key in people))).toEqual([])
    expect(writerOf('lis').email).toBe('k.lis@meblorama.example')
  })

  it('numbers its cases in order', () => {
    expect(Object.values(cases).map(plan => plan.reference)).toEqual(
      Object.keys(cases).map((_key, index) => `2026/${String(index + 1).padStart(4, '0')}`),
    )
  })
})

import { domainOf } from '../../../shared/address.ts'
import type { Mark } from '../../mail/parsed-message.ts'
import { type AuthenticationResults, type MethodResult, readAuthenticationResults } from './authentication-results.ts'
import { isMixedScript, lookAlikeOf } from './look-alike.ts'

/** How far the word of a sender is believed, and by which fact. */
export interface Verdict {
  trust: 'pass' | 'none' | 'fail'
  why: TrustReason
}

/** `doubtful-sender`, `address-in-name`, `look-alike` and `failed-check` warn; they are shown to people in triage. */
export type TrustReason =
  | 'own-door'
  | 'dmarc-pass'
  | 'aligned'
  | 'tenant-pass'
  | 'no-verdict'
  | 'doubtful-sender'
  | 'address-in-name'
  | 'look-alike'
  | 'failed-check'

/** What a message shows of its sender, and what its door knows. */
export interface TrustFacts {
  /** The address of the From header, lower case; empty when there is none. */
  sender: string
  marks: Mark[]
  /** Every Authentication-Results value, topmost first. */
  authenticationResults: string[]
  /** Handed in by the one who wrote it. */
  isOwnersOwn: boolean
  /** Whether the message comes out of a mailbox, where our border's verdict has a meaning; an imported file does not. */
  isFromMailbox: boolean
}

/** What the company says about its own border. */
export interface TrustSettings {
  /** The authserv-ids of our border. */
  borders: string[]
  /** Our border is Exchange Online: its `compauth` counts, and nothing else. */
  isTenant: boolean
}

/** What stands above a company's own domain. */
const REGISTRY = /^(?:(?:com|net|org|edu|gov|co|biz|info|waw)\.)?[^.]*$/

/** Marks of a From field that is made to be taken for another. */
const doubtful: Mark[] = ['several-from', 'from-disagrees', 'disguised-name']

/**
 * How far a sender is believed: only our own border's verdict makes him trusted, and a sender who shows himself as
 * somebody else fails whatever it says. `known` are domains near his that we know.
 */
export function judgeTrust(facts: TrustFacts, settings: TrustSettings, known: string[]): Verdict {
  if (facts.isOwnersOwn) return { trust: 'pass', why: 'own-door' }
  const { marks, sender } = facts
  if (doubtful.some(mark => marks.includes(mark))) return { trust: 'fail', why: 'doubtful-sender' }
  if (marks.includes('address-in-name')) return { trust: 'fail', why: 'address-in-name' }
  const domain = domainOf(sender)
  if (isMixedScript(domain) || lookAlikeOf(domain, known) !== null) return { trust: 'fail', why: 'look-alike' }
  if (!facts.isFromMailbox || sender === '') return { trust: 'none', why: 'no-verdict' }
  return verdictOfBorder(facts.authenticationResults, domain, settings) ?? { trust: 'none', why: 'no-verdict' }
}

/**
 * Only the topmost field of our border counts: whatever stands lower was there when the message came in, and RFC 8601
 * leaves nothing to believe in fields of others.
 */
function verdictOfBorder(fields: string[], domain: string, { borders, isTenant }: TrustSettings): Verdict | null {
  const ids = borders.map(border => border.toLowerCase())
  for (const field of fields) {
    const read = readAuthenticationResults(field)
    if (read === null) continue
    if (isTenant && (read.authority === '' || ids.includes(read.authority))) return ofTenant(read, domain)
    if (!isTenant && ids.includes(read.authority)) return ofMethods(read, domain)
  }
  return null
}

function ofTenant({ results }: AuthenticationResults, domain: string): Verdict {
  const verdicts = results.filter(({ method }) => method === 'compauth').map(({ result }) => result)
  if (verdicts.includes('fail')) return { trust: 'fail', why: 'failed-check' }
  const isAboutSender = results.every(({ method, properties }) => method !== 'dmarc' || isAbout(properties, domain))
  return verdicts.includes('pass') && isAboutSender
    ? { trust: 'pass', why: 'tenant-pass' }
    : { trust: 'none', why: 'no-verdict' }
}

function ofMethods({ results }: AuthenticationResults, domain: string): Verdict {
  const dmarc = results.filter(({ method, properties }) => method === 'dmarc' && isAbout(properties, domain))
  if (dmarc.some(({ result }) => result === 'fail')) return { trust: 'fail', why: 'failed-check' }
  if (dmarc.some(({ result }) => result === 'pass')) return { trust: 'pass', why: 'dmarc-pass' }
  return results.some(result => isAlignedPass(result, domain))
    ? { trust: 'pass', why: 'aligned' }
    : { trust: 'none', why: 'no-verdict' }
}

/** A verdict may be about another From than the one we read. */
function isAbout(properties: MethodResult['properties'], domain: string): boolean {
  const from = properties.get('header.from')
  return from === undefined || isAligned(domainOf(from), domain)
}

function isAlignedPass({ method, result, properties }: MethodResult, domain: string): boolean {
  if (result !== 'pass') return false
  const name = { dkim: properties.get('header.d') ?? properties.get('header.i'), spf: properties.get('smtp.mailfrom') }
  const about = method === 'dkim' || method === 'spf' ? name[method] : undefined
  return about !== undefined && isAligned(domainOf(about), domain)
}

/** The same domain, or one below the other; what stands above a company's own domain is a registry's. */
function isAligned(one: string, other: string): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  if (shorter === longer) return shorter !== ''
  return !REGISTRY.test(shorter) && longer.endsWith(`.${shorter}`)
}

import { domainOf, isFreeMail } from '../../shared/address.ts'
import { nipsOfInvoices } from '../mail/invoices.ts'
import type { ParsedMessage } from '../mail/parsed-message.ts'
import { autoKindOf } from '../message/message-kind.ts'
import { type Answer, type Arrival, referencesOf } from '../message/store-message.ts'
import type { Named } from './decide/facts.ts'
import { type Decision, decideFiling, type MessageFacts, visibleOnly } from './decide-filing.ts'
import type { FactsQuestion } from './filing-facts.ts'
import { thresholdOf, trustSettings } from './filing-settings.ts'
import { findNumbers } from './find-numbers.ts'
import { judgeTrust, type Verdict } from './trust/judge-trust.ts'
import { skeletonOf } from './trust/look-alike.ts'

/** People say in the first screens whom a mail is about. */
const WORDS_LENGTH = 20_000
const LONGEST_REFERENCE = 60

/** What becomes of a message, what its owner is told (decided on what he may see), and how far its sender is believed. */
export interface Decided {
  decision: Decision
  apparent: Decision
  trust: Verdict | null
}

/** What is asked about a message before the decision, given the patterns of our references. */
export function questionOf(parsed: ParsedMessage, patterns: string[]): FactsQuestion {
  const sender = parsed.from[0]?.address ?? ''
  const domain = domainOf(sender)
  return {
    // Where answers go is asked about too; it takes no part.
    participants: [...new Set([...participantsOf(parsed), ...replyToOf(parsed)])],
    references: [...new Set([...referencesOf(parsed), ...parsed.attachedIds])],
    sender,
    storedId: null,
    subject: findNumbers(namingOf(parsed), patterns),
    text: namedInBody(parsed, patterns),
    // Providers' names are near each other, and honest.
    near: domain === '' || isFreeMail(domain) ? null : skeletonOf(domain),
  }
}

/** Decides about a stored message by the one rule, given what the company knows. */
export function decideMessage(
  { stored, facts: found, near, settings }: Answer,
  parsed: ParsedMessage,
  { door }: Pick<Arrival, 'door'>,
  { references, sender, subject, text }: FactsQuestion,
): Decided {
  // A mail that passed a server may come from anyone; what was never received was written here.
  const isOwnersOwn = stored.direction === 'out' && sender === found.me && parsed.headers.receivedCount === 0
  const { authenticationResults } = parsed.headers
  const trust = judgeTrust(
    { sender, marks: parsed.marks, authenticationResults, isOwnersOwn, isFromMailbox: door !== 'import' },
    trustSettings(settings),
    // Providers' names are near each other, and honest.
    found.freeMail?.includes(domainOf(sender)) ? [] : near,
  )
  const facts: MessageFacts = {
    sender,
    senderName: parsed.from[0]?.name ?? '',
    participants: participantsOf(parsed),
    copied: copiedOf(parsed),
    title: parsed.subject,
    references,
    direction: stored.direction,
    isOwnersOwn,
    autoKind: autoKindOf(parsed),
    trust,
    subject,
    text,
    forwarded: parsed.forwarded.map(({ address }) => address),
    replyTo: replyToOf(parsed),
    words: `${parsed.subject}\n${parsed.newText.slice(0, WORDS_LENGTH)}`,
  }
  const known = { ...found, threshold: thresholdOf(settings) }
  const decision = decideFiling(facts, known)
  return { decision, apparent: asCarriedOut(decideFiling(facts, visibleOnly(known)), decision), trust }
}

/**
 * Its owner is told of files only in which the mail will lie. What he does not see may have filed it elsewhere; then he
 * finds it among his undecided mail, as if several contractors had the address: filed for him too, it would become
 * known to more people than those who decided about it.
 */
function asCarriedOut(apparent: Decision, decision: Decision): Decision {
  if (apparent.action !== 'file') return apparent
  const targets = apparent.targets.filter(({ contractorId }) =>
    decision.targets.some(target => target.contractorId === contractorId),
  )
  if (targets.length > 0) return { ...apparent, targets }
  return { action: 'suggest', targets, suggestions: apparent.suggestions, reason: 'several-contractors' }
}

/**
 * The subject, with the case that our add-in wrote into a header of a mail sent with it. Anybody can write either, so the
 * one is believed no more than the other.
 */
function namingOf({ subject, headerFields }: ParsedMessage): string {
  const reference = headerFields.find(({ name }) => name.toLowerCase() === 'x-lupa-case')?.value.trim() ?? ''
  return reference === '' || reference.length > LONGEST_REFERENCE ? subject : `${subject} [${reference}]`
}

/** What the body names: in words, in the structured invoices that came with it, and in the names of its files. */
function namedInBody(parsed: ParsedMessage, patterns: string[]): Named {
  const { cases, taxIds } = findNumbers(parsed.newText, patterns)
  const files = findNumbers(parsed.attachments.map(({ name }) => name).join('\n'))
  return { cases, taxIds: [...new Set([...nipsOfInvoices(parsed), ...taxIds, ...files.taxIds])] }
}

function replyToOf(parsed: ParsedMessage): string[] {
  return parsed.replyTo.map(({ address }) => address).filter(address => address !== '')
}

function participantsOf(parsed: ParsedMessage): string[] {
  const all = [...parsed.from, ...parsed.sender, ...parsed.to, ...parsed.cc, ...parsed.bcc]
  return [...new Set(all.map(mailbox => mailbox.address).filter(address => address !== ''))]
}

function copiedOf(parsed: ParsedMessage): string[] {
  const addressed = [...parsed.from, ...parsed.sender, ...parsed.to].map(({ address }) => address)
  return parsed.cc.map(({ address }) => address).filter(address => !addressed.includes(address))
}

import { domainOf, isFreeMail, readAddress } from '../../shared/address.ts'
import type { lookUp as contract } from '../../shared/lookup.ts'
import type { Input } from '../../shared/route.ts'
import { inAscii } from '../contractor/addresses.ts'

type Question = Input<typeof contract>['body']

/** Somebody who takes part in the open mail. */
export interface Participant {
  address: string
  name: string
}

/** Everybody who takes part, the sender first, each once; what is no address is passed over. */
export function participantsOf({ from, replyTo, sender, to, cc }: Question): Participant[] {
  return peopleIn([from, replyTo, sender, to, cc])
}

/** People in such lists, each once. */
export function peopleIn(lists: Question['from'][]): Participant[] {
  const all = lists
    .flatMap(list => list ?? [])
    .map(entry => (typeof entry === 'string' ? { address: entry, name: '' } : entry))
  const read = all.flatMap(({ address, name }) => {
    const value = readAddress(address)
    return value && !value.isDomain ? [{ address: inAscii(value.value), name: name?.trim() ?? '' }] : []
  })
  return [...new Map(read.toReversed().map(participant => [participant.address, participant])).values()].toReversed()
}

/** Company domains of the participants; free-mail domains say nothing about a company. */
export function domainsOf(participants: Participant[]): string[] {
  return [...new Set(participants.map(participant => domainOf(participant.address)))].filter(
    domain => !isFreeMail(domain),
  )
}

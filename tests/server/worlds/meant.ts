import { rulesFor } from './company.ts'
import type { Place } from './effects.ts'
import type { Arguments } from './said.ts'
import type { Stage } from './stage.ts'

/** Plays an act in the server and in the model. */
export type Play = (stage: Stage, act: Arguments) => Promise<void>

/** What the numbers of an act mean at this moment. */
export function at(stage: Stage, act: Arguments) {
  const { company } = stage
  const user = one(company.people, act.who)?.id ?? ''
  const contractor = one(company.contractors, act.contractor)
  const kase = one(company.cases, act.caseFile)
  const file = act.inCase && kase && act.yes ? kase.contractor : contractor
  const place = file && { contractor: file, caseFile: act.inCase ? (kase ?? null) : null }
  const mails = company.things.filter(thing => thing.source !== '')
  const item = one(company.items, act.item)
  const mail = one(mails, act.thing)
  return {
    company,
    user,
    contractor,
    kase,
    place,
    item,
    mail,
    rules: rulesFor(company, user),
    principals: stage.principalsOf(act.let),
  }
}

export function one<Thing>(things: Thing[], number: number): Thing | undefined {
  return things[number % things.length]
}

export function idsOf({ contractor, caseFile }: Place) {
  return { contractorId: contractor.id, ...(caseFile && { caseId: caseFile.id }) }
}

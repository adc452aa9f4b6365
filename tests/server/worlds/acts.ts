import * as fc from 'fast-check'
import { one } from './meant.ts'
import { type Act, type ActName, actNames, plays, type WholeAct } from './plays.ts'
import { type Arguments, plain } from './said.ts'
import type { Stage } from './stage.ts'

/** Does what an act says; somebody who is switched off does nothing. */
export async function play(stage: Stage, said: Act) {
  const act = { ...plain, ...said }
  if (one(stage.company.people, act.who)?.isDisabled) return
  stage.act = act.act
  await plays[act.act](stage, act)
  await stage.learn()
}

const someArguments: { [Name in keyof Arguments]: fc.Arbitrary<Arguments[Name]> } = {
  who: fc.nat(3),
  contractor: fc.nat(2),
  caseFile: fc.nat(3),
  inCase: fc.boolean(),
  item: fc.nat(7),
  thing: fc.nat(7),
  let: fc.record({
    users: fc.uniqueArray(fc.nat(3), { maxLength: 2, size: 'max' }),
    groups: fc.uniqueArray(fc.nat(1), { maxLength: 1, size: 'max' }),
    everyone: fc.boolean(),
  }),
  inherit: fc.boolean(),
  group: fc.nat(1),
  yes: fc.boolean(),
}

/** One of these acts, or rarely none: what a counterexample does not need shrinks away. */
const oneOf = (...names: readonly ActName[]) =>
  fc.option(fc.record({ act: fc.constantFrom(...names), ...someArguments }), { freq: 20 })

/** A company is opened, then things happen in it. */
export const anyWorld: fc.Arbitrary<Act[]> = fc
  .tuple(
    ...(['openFile', 'openFile', 'openCase', 'openCase', 'receive', 'receive', 'logActivity'] as const).map(name =>
      oneOf(name),
    ),
    ...Array.from({ length: 10 }, () => oneOf(...actNames)),
  )
  .map(acts => acts.filter(act => act !== null).map(shortened))

/** An act without what is plain, so that a counterexample is short to read. */
function shortened(act: WholeAct): Act {
  const isPlain = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) === JSON.stringify(plain[name as keyof Arguments])
  return Object.fromEntries(Object.entries(act).filter(entry => !isPlain(entry))) as unknown as Act
}

/** Two of the four, who look at the world when all is done: to ask everybody costs twice as much and finds little more. */
export const anyReaders = fc.uniqueArray(fc.nat(3), { minLength: 2, maxLength: 2 })

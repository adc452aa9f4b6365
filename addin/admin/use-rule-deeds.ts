import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Output } from '../../shared/route.ts'
import { changeRule, type listRules, orderRules, type Rule } from '../../shared/rule.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import type { Answer } from '../app/use-answer.ts'
import { moveButtonId, type RuleDeeds } from './rule-row.tsx'

/** The dialog that is open over the list of rules. */
export type Open = { dialog: 'new' } | { dialog: 'edit' | 'replay' | 'remove'; rule: Rule }

/** What one can do in the list of rules: moving and switching happen there, the rest opens a dialog. */
export function useRuleDeeds(rules: Answer<Output<typeof listRules>>, onOpen: (open: Open) => void) {
  const text = useAdminText().rules
  const { host } = useSurroundings()
  const [failure, setFailure] = useState<FailureCode>()
  const [said, setSaid] = useState('')
  const isBusy = useRef(false)
  const pressed = useRef<string | null>(null)
  const items = rules.value?.items ?? []

  // A row that moves loses the focus, and with it the place of whoever moves it by keyboard.
  useLayoutEffect(() => {
    if (pressed.current && document.activeElement === document.body) document.getElementById(pressed.current)?.focus()
  }, [rules.value])

  async function run(act: () => Promise<unknown>) {
    if (isBusy.current) return
    isBusy.current = true
    setFailure(undefined)
    await act().catch(error => setFailure(failureOf(error)))
    isBusy.current = false
    rules.ask()
  }

  async function move(rule: Rule, by: -1 | 1) {
    const ruleIds = items.filter(({ scope }) => scope === rule.scope).map(({ id }) => id)
    const place = ruleIds.indexOf(rule.id) + by
    ruleIds.splice(place, 0, ...ruleIds.splice(place - by, 1))
    pressed.current = moveButtonId(rule, by)
    rules.put(await call(host, orderRules, { body: { scope: rule.scope, ruleIds } }))
    setSaid(text.moved(rule.name, place + 1))
  }

  const deeds: RuleDeeds = {
    onMove: (rule, by) => void run(() => move(rule, by)),
    onSwitch: (rule, isOn) => void run(() => call(host, changeRule, { params: { ruleId: rule.id }, body: { isOn } })),
    onEdit: rule => onOpen({ dialog: 'edit', rule }),
    onReplay: rule => onOpen({ dialog: 'replay', rule }),
    onRemove: rule => onOpen({ dialog: 'remove', rule }),
  }
  return { deeds, failure, said }
}

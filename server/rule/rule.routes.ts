import * as contract from '../../shared/rule.ts'
import { type App, serve } from '../http/app-type.ts'
import { changeRule, createRule, orderRules, removeRule } from './change-rules.ts'
import { readRules } from './read-rules.ts'
import { replayRule } from './replay-rule.ts'
import { testRule } from './test-rule.ts'

export function ruleRoutes(app: App) {
  serve(app, contract.listRules, async ({ read }) => ({ items: await read(readRules), next: null }))

  serve(app, contract.createRule, ({ work, body }) => work(tx => createRule(tx, body)))

  serve(app, contract.changeRule, ({ work, params, body }) => work(tx => changeRule(tx, params.ruleId, body)))

  serve(app, contract.removeRule, ({ work, params }) => work(tx => removeRule(tx, params.ruleId)))

  serve(app, contract.orderRules, ({ work, body }) =>
    work(async tx => ({ items: await orderRules(tx, body.scope, body.ruleIds), next: null })),
  )

  serve(app, contract.testRule, async ({ house, user, body }) => ({ items: await testRule(house, user, body) }))

  serve(app, contract.replayRule, ({ house, user, params, body }) => replayRule(house, user, params.ruleId, body))
}

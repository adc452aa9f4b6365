import type { Scenario } from './scenario.ts'
import { buyingScenarios } from './scenarios-buying.ts'
import { complaintScenarios } from './scenarios-complaint.ts'
import { deliveryScenarios } from './scenarios-delivery.ts'
import { foreignScenarios } from './scenarios-foreign.ts'
import { moneyScenarios } from './scenarios-money.ts'
import { officeScenarios } from './scenarios-office.ts'
import { sellingScenarios } from './scenarios-selling.ts'

/** Every conversation that may take place. */
export const scenarios: Scenario[] = [
  ...sellingScenarios,
  ...deliveryScenarios,
  ...moneyScenarios,
  ...complaintScenarios,
  ...buyingScenarios,
  ...officeScenarios,
  ...foreignScenarios,
]

/** The conversation of that name; a missing one is a mistake in the data. */
export function scenarioOf(key: string): Scenario {
  const found = scenarios.find(scenario => scenario.key === key)
  if (!found) throw new Error(`No scenario „${key}”`)
  return found
}

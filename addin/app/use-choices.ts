import { listGroups, listUsers } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import type { Choices } from './people-picker.tsx'
import { useSurroundings } from './surroundings.ts'
import { type Answer, useAnswer } from './use-answer.ts'

/** All users and groups of the company. */
export function useChoices(): Answer<Choices> {
  const { host } = useSurroundings()
  return useAnswer('users and groups', async () => {
    const [users, groups] = await Promise.all([call(host, listUsers), call(host, listGroups)])
    return { users: users.items, groups: groups.items }
  })
}

import { listGroups, listUsers } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import { groupName } from '../text/group-name.ts'
import { useLanguage } from '../ui/language.ts'
import type { Choices } from './people-picker.tsx'
import { useSurroundings } from './surroundings.ts'
import { type Answer, useAnswer } from './use-answer.ts'

/** All users and groups of the company, the groups by their names in the reader's language. */
export function useChoices(): Answer<Choices> {
  const { host } = useSurroundings()
  const language = useLanguage()
  return useAnswer<Choices>(`users and groups ${language}`, async () => {
    const [users, groups] = await Promise.all([
      call(host, listUsers, { querystring: { former: true } }),
      call(host, listGroups),
    ])
    return {
      users: users.items.filter(user => !user.isFormer),
      former: users.items.filter(user => user.isFormer),
      groups: groups.items.map(group => ({ ...group, name: groupName(language, group.name) })),
    }
  })
}

import { listGroups, listUsers } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { groupName } from '../text/group-name.ts'
import type { Language } from '../text/language.ts'
import type { Choices } from './people-picker.tsx'

/** Asks for all users and groups of the company, the groups by their names in the reader's language. */
export async function readChoices(host: MailHost, language: Language): Promise<Choices> {
  const [users, groups] = await Promise.all([
    call(host, listUsers, { querystring: { former: true } }),
    call(host, listGroups),
  ])
  return {
    users: users.items.filter(user => !user.isFormer),
    former: users.items.filter(user => user.isFormer),
    groups: groups.items.map(group => ({ ...group, name: groupName(language, group.name) })),
  }
}

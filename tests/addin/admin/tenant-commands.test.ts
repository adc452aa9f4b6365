import { expect, it } from 'vitest'
import { olderCommands, roleCommands } from '../../../addin/admin/tenant-commands.ts'

const values = { appId: 'a-1', objectId: 'o-1', group: 'czytane@firma.pl', probe: 'prezes@firma.pl' }

it('limits the application to one group, and checks a mailbox outside of it', () => {
  expect(roleCommands(values).split('\n')).toEqual([
    'Connect-ExchangeOnline',
    `New-ServicePrincipal -AppId 'a-1' -ObjectId 'o-1' -DisplayName 'Lupa'`,
    `$group = (Get-Group 'czytane@firma.pl').DistinguishedName`,
    `New-ManagementScope -Name 'Lupa' -RecipientRestrictionFilter "MemberOfGroup -eq '$($group.Replace("'", "''"))'"`,
    `New-ManagementRoleAssignment -App 'o-1' -Role 'Application Mail.Read' -CustomResourceScope 'Lupa'`,
    `Test-ServicePrincipalAuthorization -Identity 'o-1' -Resource 'prezes@firma.pl'`,
  ])
  expect(olderCommands(values)).toContain(`-PolicyScopeGroupId 'czytane@firma.pl' -AccessRight RestrictAccess`)
})

it('lets nothing that was pasted become a command', () => {
  const group = `x'; Remove-Mailbox '*`

  expect(roleCommands({ ...values, group })).toContain(`(Get-Group 'x''; Remove-Mailbox ''*')`)
  expect(roleCommands({ ...values, group: 'x’; y' })).toContain(`(Get-Group 'x’’; y')`)
})

it('names what is still to be filled in', () => {
  expect(olderCommands({ appId: ' ', objectId: '', group: '', probe: '' })).toContain(`-AppId '<APP-ID>'`)
})

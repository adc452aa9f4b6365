/** What an administrator puts into the commands; what he left empty stays a name in brackets. */
export interface TenantValues {
  appId: string
  objectId: string
  group: string
  probe: string
}

/** Roles for applications, given for the members of one group only. */
export function roleCommands(values: TenantValues): string {
  const { appId, objectId, group, probe } = quoted(values)
  return `Connect-ExchangeOnline
New-ServicePrincipal -AppId ${appId} -ObjectId ${objectId} -DisplayName 'Lupa'
$group = (Get-Group ${group}).DistinguishedName
New-ManagementScope -Name 'Lupa' -RecipientRestrictionFilter "MemberOfGroup -eq '$($group.Replace("'", "''"))'"
New-ManagementRoleAssignment -App ${objectId} -Role 'Application Mail.Read' -CustomResourceScope 'Lupa'
Test-ServicePrincipalAuthorization -Identity ${objectId} -Resource ${probe}`
}

/** An application access policy, which narrows a consent for the whole tenant to one group. */
export function olderCommands(values: TenantValues): string {
  const { appId, group, probe } = quoted(values)
  return `Connect-ExchangeOnline
New-ApplicationAccessPolicy -AppId ${appId} -PolicyScopeGroupId ${group} -AccessRight RestrictAccess -Description 'Lupa'
Test-ApplicationAccessPolicy -AppId ${appId} -Identity ${probe}`
}

/** As PowerShell takes words to the letter: nothing that was pasted becomes a command. */
function quoted({ appId, objectId, group, probe }: TenantValues): TenantValues {
  const word = (value: string, name: string) =>
    `'${(value.trim() || name).replace(/['‘’‚‛]/g, quote => quote + quote)}'`
  return {
    appId: word(appId, '<APP-ID>'),
    objectId: word(objectId, '<OBJECT-ID>'),
    group: word(group, '<group@company>'),
    probe: word(probe, '<mailbox@company>'),
  }
}

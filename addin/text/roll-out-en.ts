import type { rollOutPl } from './roll-out-pl.ts'

/** Bringing the add-ins to everybody, in English. */
export const rollOutEn: typeof rollOutPl = {
  rollOut: {
    title: 'Roll-out',
    lead: 'Files with this server’s address, and commands for the whole company. It is done once; new versions come by themselves.',
    address: 'The server’s address for mail programs',
    noAddress:
      'Mail programs take an https address only. Once the server knows it, the files for Outlook and Thunderbird appear here.',
    copy: 'Copy',
    copyNamed: what => `Copy: ${what}`,
    download: file => `Download ${file}`,
    outlook: 'Outlook',
    manifestAddress: 'Address of the manifest',
    outlookSteps: [
      'Open admin.microsoft.com → Settings → Integrated apps → Upload custom apps.',
      'Choose “Office Add-in” and give the address of the manifest, or the downloaded file.',
      'Name the people or the whole organisation, and confirm. The add-in appears in Outlook within a day, usually sooner.',
    ],
    onPremises: 'Exchange of your own',
    onPremisesLead:
      'Add the add-in for the whole organisation in the Exchange Management Shell. Name the addresses of your Outlook on the web to the server in LUPA_EXCHANGE_URL. Graph reads no mail there: read mailboxes by IMAP, or have copies sent (page Copy addresses).',
    installCommand: 'Exchange command',
    thunderbird: 'Thunderbird',
    thunderbirdLead:
      'Version 140 or newer. The policy file installs the add-on on each machine and sets this server in it.',
    policyPlaces: 'Where to save policies.json',
    places: {
      windows: 'Windows: in the program’s folder, sub-folder distribution',
      mac: 'macOS: inside the application',
      linux: 'Linux: for all users',
    },
    policy: 'Content of policies.json',
    oneMachine:
      'For a try the add-on alone will do: download lupa.xpi and install it from the add-ons page (gear, “Install from file”).',
    microsoft: 'Microsoft 365: chosen mailboxes only',
    microsoftLead:
      'For Lupa to read mail without passwords, register an application in Entra. Do not consent to Mail.Read for the whole tenant: permissions add up, and the consent would open every mailbox. Grant it in Exchange instead, to a group only.',
    fill: 'Values for the commands',
    appId: 'Application (client) ID',
    objectId: 'Object ID of the enterprise application',
    objectHint: 'From the list “Enterprise applications”, not from “App registrations”: these are two different ids.',
    group: 'Address of the group whose mailboxes may be read',
    probe: 'A mailbox outside the group, to check',
    commands: 'PowerShell commands (Exchange Online)',
    marks:
      'Marks in mailboxes (category Filed) need the role Application Mail.ReadWrite instead of Application Mail.Read.',
    check: 'The last command must show InScope: False. The change takes from 30 minutes to two hours.',
    older: 'The older way: an application access policy',
    olderLead:
      'Where a tenant has no roles for applications. Here the consent to Mail.Read in Entra is needed, and the policy narrows it.',
    afterwards: 'Then connect the tenant on the page Microsoft 365.',
    toMicrosoft: 'Open the page Microsoft 365',
    untried: 'The commands are from Microsoft’s documentation; they were not tried on a real tenant.',
  },
}

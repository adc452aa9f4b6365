import type { FilingText } from './filing-pl.ts'

/** Every sentence about what is left out and whose word counts, in English. */
export const filingEn = {
  addressList: {
    address: 'Address or domain',
    hint: 'jan@company.com or the whole domain @company.com',
    add: 'Add',
    remove: 'Remove',
    removeFor: address => `Remove: ${address}`,
    wrong: 'This is neither an address nor a domain. Type jan@company.com or @company.com.',
    removed: address => `Removed: ${address}.`,
    added: address => `Added: ${address}.`,
    addedWithoutWww: address =>
      `Added: ${address}. Without “www.”, which begins the names of websites, not e-mail addresses.`,
  },
  blockList: {
    title: 'Left-out senders',
    lead: 'Mail from these senders goes neither to files nor to the queue. Nothing is lost: you find it under “To be filed”, in the view “Left out”.',
    leftOut: 'Show mail that was left out',
    personal: 'Your list',
    personalLead: 'Applies to mail from your mailboxes.',
    company: 'Company list',
    companyLead: 'Applies to everybody’s mail. Administrators keep it.',
    emptyPersonal: 'You leave nobody out.',
    emptyCompany: 'The company leaves nobody out.',
    own: 'This is an own address of the company; internal mail is left out anyway.',
  },
  filingSettings: {
    title: 'Filing settings',
    lead: 'Whose word about a sender is believed, what is our own mail, and what is mail for everyone. Changes apply to mail that is still to come.',
    saved: 'Saved.',
    trust: 'Checking senders',
    trustLead:
      'Our mail server checks the sender (SPF, DKIM, DMARC) and writes the result into the header Authentication-Results. Type the names under which it does so. Results written by anybody else are ignored.',
    borders: 'Names of our servers',
    bordersHint: 'One on each line, as at the beginning of the header, such as mx.company.com.',
    bordersWrong: line => `“${line}” is not the name of a server.`,
    bordersMany: 'At most 20 names.',
    tenant: 'Exchange Online (Microsoft 365) checks senders for us',
    noBorder:
      'Nobody vouches for senders now. Mail goes to files by its address, but into cases only as a reply to mail of ours.',
    threshold: 'When a place is only likely',
    thresholdLead:
      'The only open case of a contractor, or the habit so far, point to a place without proving it. The threshold says how sure to be to file without asking.',
    thresholds: {
      never: 'always only suggest',
      '0.9': 'file when very sure (90%)',
      '0.8': 'file when sure (80%)',
      '0.6': 'file when likely (60%)',
    },
    otherThreshold: percent => `file from ${percent} on`,
    own: 'Own addresses',
    ownLead:
      'Whoever writes from these addresses and domains is one of us. Mail in which only they take part is internal and is left out.',
    ownOf: name => `account: ${name}`,
    ownEmpty: 'There are no own addresses yet.',
    ownRefused: 'This cannot be added: it is neither an address nor a domain, or it is mail for everyone.',
    ownDomainsMissing:
      'There is no domain here. Add the company’s domain, such as @company.com, and mail between colleagues is left out.',
    freeMail: 'Mail for everyone',
    freeMailLead:
      'Anybody can have an address in such a domain, so the domain points to no contractor; only the full address counts.',
    freeMailField: 'More domains',
    freeMailHint: 'One on each line, such as city-mail.com.',
    freeMailWrong: line => `“${line}” is not a domain.`,
    freeMailKnown: number => `Known from the start (${number})`,
  },
} satisfies FilingText

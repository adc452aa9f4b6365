import type { DraftTemplatesText } from './draft-templates-pl.ts'

/** What the pane says of templates while a mail is written, in English. */
export const draftTemplatesEn: DraftTemplatesText = {
  heading: 'Templates',
  choose: 'Template',
  none: 'choose a template',
  own: 'Own',
  shared: 'Company',
  noTemplates: 'You have no templates yet.',
  keep: 'Go to the templates',
  unknown: 'Lupa does not know this. An empty field stays as a gap in the mail.',
  preview: 'Preview',
  insert: 'Insert into the mail',
  busy: 'Inserting…',
  inserted: 'Inserted.',
  gaps: names => `Inserted. Fill the gaps in the mail: ${names}.`,
  failed: 'The mail program did not take this text. Click into the text of the mail and try again.',
}

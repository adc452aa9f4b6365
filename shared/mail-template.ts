import * as Type from 'typebox'
import { route } from './route.ts'
import { Cursor, Id, Limit, page } from './scalars.ts'

const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })
const Language = Type.Enum(['pl', 'en'])
const Subject = Type.String({ maxLength: 300, pattern: '^[^\\r\\n]*$' })
const Body = Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' })

/**
 * A text for mails. In `subject` and `body` stand fields such as `{kontrahent}` or `{contractor}` (`template-fields.ts`),
 * which the mail program's pane fills; `language` says in which language the date and the gaps are written.
 */
export type MailTemplate = Type.Static<typeof MailTemplate>
export const MailTemplate = Type.Object({
  id: Id,
  name: Type.String(),
  language: Language,
  subject: Type.String(),
  body: Type.String(),
  /** True for one of the company's, false for one's own. */
  isShared: Type.Boolean(),
  isArchived: Type.Boolean(),
  /** Whether the reader may change it. */
  mayChange: Type.Boolean(),
})

/** My templates and the company's, in alphabetical order. */
export const listMailTemplates = route({
  method: 'GET',
  url: '/api/mail-templates',
  schema: {
    summary: 'My templates for mails and the company’s',
    querystring: Type.Object({
      archived: Type.Optional(Type.Boolean()),
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    }),
    response: { 200: page(MailTemplate) },
  },
})

/** Adds a template of one's own, or as an administrator one for everybody. */
export const createMailTemplate = route({
  method: 'POST',
  url: '/api/mail-templates',
  schema: {
    summary: 'Add a template for mails',
    body: Type.Object(
      { name: Name, language: Language, subject: Subject, body: Body, isShared: Type.Boolean() },
      { additionalProperties: false },
    ),
    response: { 201: MailTemplate },
  },
})

/** Changes a template, or puts it into the archive and takes it out again. The company's are the administrators'. */
export const changeMailTemplate = route({
  method: 'PATCH',
  url: '/api/mail-templates/:templateId',
  schema: {
    summary: 'Change a template for mails',
    params: Type.Object({ templateId: Id }),
    body: Type.Partial(
      Type.Object({ name: Name, language: Language, subject: Subject, body: Body, isArchived: Type.Boolean() }),
      { additionalProperties: false, minProperties: 1 },
    ),
    response: { 200: MailTemplate },
  },
})

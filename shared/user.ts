import * as Type from 'typebox'
import { asSeen } from './as-seen.ts'
import { route } from './route.ts'
import { Id, Nothing, page, WholeOrPage, wholeOrPage } from './scalars.ts'

/** A colleague. */
export type User = Type.Static<typeof User>
export const User = Type.Object({ id: Id, name: Type.String(), email: Type.String(), isAdmin: Type.Boolean() })

/** The one who asks, with what he may do. */
export type Me = Type.Static<typeof Me>
export const Me = Type.Object({ ...User.properties, language: Type.Union([Type.Literal('pl'), Type.Literal('en')]) })

/** A team or department; members are users and other groups. */
export type Group = Type.Static<typeof Group>
export const Group = Type.Object({ id: Id, name: Type.String(), everyone: Type.Boolean(), members: Type.Array(Id) })

/** How a colleague or a group is called. */
export const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const GroupParams = Type.Object({ groupId: Id })

export const readMe = route({
  method: 'GET',
  url: '/api/me',
  schema: { summary: 'Who is signed in', response: { 200: Me } },
})

/** Changes the language in which I am spoken to on new devices and in mail. */
export const changeMe = route({
  method: 'PATCH',
  url: '/api/me',
  scope: 'session',
  schema: {
    summary: 'Change my language',
    body: Type.Object({ language: Me.properties.language }, { additionalProperties: false }),
    response: { 200: Me },
  },
})

/**
 * Colleagues by name; on demand also those whose account is disabled, who may still stand where they were chosen. All of
 * them, because whoever chooses somebody needs all; page by page with a `limit`.
 */
export const listUsers = route({
  method: 'GET',
  url: '/api/users',
  schema: {
    summary: 'Colleagues',
    description: wholeOrPage,
    querystring: Type.Object({ former: Type.Optional(Type.Boolean()), ...WholeOrPage }),
    response: { 200: page(Type.Object({ ...User.properties, isFormer: Type.Optional(Type.Literal(true)) })) },
  },
})

/** Creates a user. Without a password the answer carries a one-time link to set one. Administrators only. */
export const createUser = route({
  method: 'POST',
  url: '/api/users',
  schema: {
    summary: 'Create a user',
    body: Type.Object(
      {
        name: Name,
        email: Type.String({ maxLength: 320 }),
        password: Type.Optional(Type.String({ minLength: 8, maxLength: 1000 })),
        isAdmin: Type.Optional(Type.Boolean()),
        groups: Type.Optional(Type.Array(Id, { maxItems: 100 })),
        /** Of the administrator who makes another one, unless he signed in just now. */
        ownPassword: Type.Optional(Type.String({ maxLength: 1000 })),
      },
      { additionalProperties: false },
    ),
    response: { 201: Type.Object({ ...User.properties, passwordLink: Type.Optional(Type.String()) }) },
  },
})

/** Groups by name with their direct members. All of them; page by page with a `limit`. */
export const listGroups = route({
  method: 'GET',
  url: '/api/groups',
  schema: {
    summary: 'Groups',
    description: wholeOrPage,
    querystring: Type.Object(WholeOrPage),
    response: { 200: page(Group) },
  },
})

/** Creates a group. Administrators only. */
export const createGroup = route({
  method: 'POST',
  url: '/api/groups',
  schema: {
    summary: 'Create a group',
    body: Type.Object(
      { name: Name, members: Type.Optional(Type.Array(Id, { maxItems: 1000 })) },
      { additionalProperties: false },
    ),
    response: { 201: Group },
  },
})

/** Replaces the members of a group. Administrators only; who loses a group loses its files at once. */
export const changeGroup = route({
  method: 'PATCH',
  url: '/api/groups/:groupId',
  schema: {
    summary: 'Change a group',
    params: GroupParams,
    body: Type.Object(
      {
        name: Type.Optional(Name),
        members: Type.Optional(Type.Array(Id, { maxItems: 1000 })),
        was: asSeen({ name: Type.String(), members: Type.Array(Id) }),
      },
      { additionalProperties: false },
    ),
    response: { 200: Group },
  },
})

/** Removes a group on which nothing leans. Administrators only; its members lose what the groups around it gave them. */
export const removeGroup = route({
  method: 'DELETE',
  url: '/api/groups/:groupId',
  schema: { summary: 'Remove a group', params: GroupParams, response: { 204: Nothing } },
})

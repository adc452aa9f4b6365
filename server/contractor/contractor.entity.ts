import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { id, insertedAt, moment } from '../database/columns.ts'

/** A company or person that we deal with. */
export const Contractor = defineEntity({
  name: 'Contractor',
  properties: {
    id: id(),
    name: p.text(),
    nip: p.text().nullable(),
    regon: p.text().nullable(),
    krs: p.text().nullable(),
    street: p.text().nullable(),
    city: p.text().nullable(),
    phones: p.array().columnType('text[]').defaultRaw(`'{}'`),
    tags: p.array().columnType('text[]').defaultRaw(`'{}'`),
    note: p.text().nullable(),
    managerId: p.uuid().nullable(),
    audienceId: p.uuid(),
    createdAt: insertedAt(),
    updatedAt: insertedAt(),
  },
})
export type Contractor = InferEntity<typeof Contractor>

/** A contact person of a contractor; a removed one stays for what names him, with the addresses that he had. */
export const Person = defineEntity({
  name: 'Person',
  properties: {
    id: id(),
    contractorId: p.uuid(),
    name: p.text(),
    role: p.text().nullable(),
    phones: p.array().columnType('text[]').defaultRaw(`'{}'`),
    createdAt: insertedAt(),
    removedAt: moment().nullable(),
    formerAddresses: p.array().columnType('text[]').defaultRaw(`'{}'`),
  },
})
export type Person = InferEntity<typeof Person>

/** An e-mail address or a domain by which mail finds its contractor. */
export const Address = defineEntity({
  name: 'Address',
  properties: {
    id: id(),
    value: p.text(),
    isDomain: p.boolean(),
    contractorId: p.uuid(),
    personId: p.uuid().nullable(),
    createdAt: insertedAt(),
  },
})
export type Address = InferEntity<typeof Address>

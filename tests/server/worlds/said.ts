/** Whom an act lets in, by their numbers; `everyone` is the group of all. */
export interface Let {
  users: number[]
  groups: number[]
  everyone: boolean
}

export interface Arguments {
  who: number
  contractor: number
  caseFile: number
  /** Whether a case is meant, or the file at large. */
  inCase: boolean
  item: number
  thing: number
  let: Let
  /** Back to the audience of the place, instead of `let`. */
  inherit: boolean
  group: number
  yes: boolean
}

export const plain: Arguments = {
  who: 0,
  contractor: 0,
  caseFile: 0,
  inCase: false,
  item: 0,
  thing: 0,
  let: { users: [], groups: [], everyone: false },
  inherit: false,
  group: 0,
  yes: false,
}

/** A contractor that the user chose, be it for a thread or as a place. */
export interface Choice {
  id: string
  name: string
}

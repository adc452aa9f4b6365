/** What the one who erases chooses: what the law has kept, and what of mails that are others' too. */
export interface ErasureChoice {
  duties: string[]
  others: 'keep' | 'erase'
}

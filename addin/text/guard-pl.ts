/** What the guard says when a mail is sent, in Polish. It has no page and few words. */
export const guardPl = {
  strangers: (reference: string, contractor: string, people: string) =>
    `Ta wiadomość ma trafić do sprawy ${reference} (${contractor}), ale wśród adresatów są osoby spoza tej sprawy: ${people}.`,
  others: (reference: string, contractor: string, people: string) =>
    `Ta wiadomość ma trafić do sprawy ${reference} (${contractor}), ale adresaci należą do innych kontrahentów: ${people}.`,
  mixed: (people: string) => `Adresaci tej wiadomości należą do różnych kontrahentów: ${people}.`,
  confidential: (documents: string, people: string) =>
    `Załączono dokument poufny (${documents}), a wiadomość wychodzi poza firmę: ${people}.`,
  anyway: 'Popraw to albo, jeśli tak ma być, wyślij mimo to.',
  more: (number: number) => `i ${number} więcej`,
}

export type GuardText = typeof guardPl

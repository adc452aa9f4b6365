/** The mails of a list, which Thunderbird hands out page by page; a page may be empty while it still looks. */
export async function* everyPage(list: MessengerMessageList): AsyncGenerator<MessengerMessage[]> {
  yield list.messages
  for (let { id } = list; id !== null; ) {
    const next = await messenger.messages.continueList(id)
    yield next.messages
    id = next.id
  }
}

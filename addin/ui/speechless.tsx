/**
 * Says in both languages that the sentences did not come: the server is away, or was updated since the page was opened.
 * Loading everything anew is the way on.
 */
export function Speechless() {
  return (
    <div class="part" role="alert">
      <p>
        <span lang="pl">Nie udało się wczytać Lupy.</span> <span lang="en">Lupa could not be loaded.</span>
      </p>
      <button type="button" class="button" onClick={() => location.reload()}>
        <span lang="pl">Spróbuj ponownie</span> / <span lang="en">Try again</span>
      </button>
    </div>
  )
}

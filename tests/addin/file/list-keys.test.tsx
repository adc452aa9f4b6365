import { expect, it } from 'vitest'
import { useListKeys } from '../../../addin/file/use-list-keys.ts'
import { showPage } from '../admin/show-page.tsx'
import { eventually } from '../pane/show-pane.ts'

/** A page with a list, once it listens. */
async function show() {
  const done: string[] = []
  const Page = () => {
    const keys = useListKeys({ onSelect: id => done.push(`ticked ${id}`), onFilters: () => done.push('filters') })
    return (
      <main>
        <section {...keys}>
          <input type="search" />
          <ul>
            <li class="timeline-row" data-item="a">
              <a class="title" href="#/items/a">
                Pierwsza
              </a>
            </li>
          </ul>
        </section>
      </main>
    )
  }
  showPage(Page, {})
  await eventually(() => {
    pressKey('f')
    expect(done).not.toEqual([])
  })
  done.length = 0
  return done
}

const pressKey = (key: string, target: Element = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))

it('works where nothing has the focus, as after a click on blank space', async () => {
  const done = await show()

  pressKey('f')
  pressKey('j')
  pressKey('x', document.activeElement ?? document.body)

  expect(document.activeElement?.tagName).toBe('A')
  expect(done).toEqual(['filters', 'ticked a'])
})

it('does nothing while somebody types or a dialog is open', async () => {
  const done = await show()
  pressKey('f', document.querySelector('input') ?? document.body)
  const dialog = document.createElement('dialog')
  dialog.setAttribute('open', '')
  document.body.append(dialog)
  pressKey('f')
  dialog.remove()

  expect(done).toEqual([])
})

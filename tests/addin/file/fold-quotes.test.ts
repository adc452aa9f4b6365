import { expect, it } from 'vitest'
import { isOutlooksMark } from '../../../addin/file/clean-mail.ts'
import { foldQuotes } from '../../../addin/file/fold-quotes.ts'

/** What stands open and what is folded, each on one line. */
function read(html: string): { open: string; folded: string[] } {
  const { content: fragment } = Object.assign(document.createElement('template'), { innerHTML: html })
  foldQuotes(fragment, new Set([...fragment.querySelectorAll('*')].filter(isOutlooksMark)), 'cytat')
  const box = document.createElement('div')
  box.append(fragment)
  const folded = [...box.querySelectorAll('details')].map(details => {
    details.querySelector('summary')?.remove()
    return squashed(details)
  })
  for (const details of box.querySelectorAll('details')) details.remove()
  return { open: squashed(box), folded }
}

const squashed = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

const polish = `<div class="WordSection1"><p class="MsoNormal">Dzień dobry, potwierdzam piątek.</p><p class="MsoNormal">Jan</p>
  <div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Od:</b> Ewa Lis &lt;ewa@nasza.example&gt;
  <br><b>Wysłano:</b> piątek, 6 listopada 2026 10:12<br><b>Do:</b> Jan Nowak<br><b>Temat:</b> Termin</p></div></div>
  <p class="MsoNormal">Czy pasuje piątek?</p></div>`

it('folds what Outlook puts below its header block, in Polish', () => {
  const { open, folded } = read(polish)

  expect(open).toBe('Dzień dobry, potwierdzam piątek.Jan')
  expect(folded).toHaveLength(1)
  expect(folded[0]).toMatch(/^Od: Ewa Lis .* Czy pasuje piątek\?$/)
})

it.each([
  [
    'of Outlook on the web',
    `<div>Zgoda.</div><hr style="width:98%"><div id="divRplyFwdMsg" dir="ltr"><font><b>Fra:</b> Ola<br><b>Sendt:</b> i dag<br></font></div><div>Starsze.</div>`,
  ],
  [
    'behind the line of Outlook on Windows in a language that we do not read',
    `<p>Zgoda.</p><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>Lähettäjä:</b> Ola</p></div><p>Starsze.</p>`,
  ],
  [
    'below a divider in one block of text',
    `<div>Zgoda.<br><br>-----Original Message-----<br>From: Ola<br>Sent: today<br><br>Starsze.</div>`,
  ],
  [
    'below English headers, deep in boxes of their own',
    `<div><div><p>Zgoda.</p></div></div><div><div><p><span><b>From:</b> Ola</span><br><b>Sent:</b> Monday<br><b>To:</b> Jan<br><b>Subject:</b> x</p></div></div><table><tr><td>Starsze.</td></tr></table>`,
  ],
])('folds an answered mail %s', (_, html) => {
  const { open, folded } = read(html)

  expect(open).toBe('Zgoda.')
  expect(folded).toHaveLength(1)
  expect(folded[0]).toContain('Starsze.')
})

it('keeps open a mail that only forwards, and words that only look like headers', () => {
  const forwarded = polish.slice(polish.indexOf('<div><div style'))
  const invoice = '<p>Faktura.</p><p>Od: 1 maja</p><p>Kwota: 100 zł</p><p>Data: jutro</p>'

  expect(read(`<div>${forwarded}`).folded).toEqual([])
  expect(read(invoice)).toEqual({ open: 'Faktura.Od: 1 majaKwota: 100 złData: jutro', folded: [] })
})

it('takes the rest of a cell of a table, and leaves the table whole', () => {
  const { open, folded } = read(
    '<table><tr><td>Zgoda.<div>-----Wiadomość oryginalna-----</div>Starsze.</td><td>Stopka</td></tr></table>',
  )

  expect(open).toBe('Zgoda.Stopka')
  expect(folded).toEqual(['-----Wiadomość oryginalna-----Starsze.'])
})

it('folds quotes that are marked as such, once', () => {
  const { open, folded } = read(
    '<p>Zgoda.</p><blockquote>Od: Ola<br>Do: Jan<br>Temat: x<blockquote>y</blockquote></blockquote><p>Dalej.</p>',
  )

  expect(open).toBe('Zgoda.Dalej.')
  expect(folded).toHaveLength(1)
})

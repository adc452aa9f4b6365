import { expect, it } from 'vitest'
import { cleanStyle } from '../../../addin/file/mail-style.ts'
import { mayPreview, sniffPreview } from '../../../addin/file/sniff-preview.ts'

it.each([
  ['color: red; font-weight: bold', 'color: red; font-weight: bold'],
  ['COLOR:#ff0000;;', 'COLOR: #ff0000'],
  ['background-color: rgba(1, 2, 3, .5)', 'background-color: rgba(1, 2, 3, .5)'],
  ["font-family: 'Segoe UI', Arial", "font-family: 'Segoe UI', Arial"],
])('keeps what only changes looks: %s', (style, kept) => {
  expect(cleanStyle(style)).toBe(kept)
})

it.each([
  'background: url(http://a.example/x)',
  'background-color: url(http://a.example/x)',
  'background-color: u\\rl(http://a.example/x)',
  'color: var(--x)',
  '--x: red',
  'width: expression(alert(1))',
  'width: calc(1px)',
  'position: fixed',
  'color: red/**/url(http://a.example)',
  "list-style-image: image-set('http://a.example' 1x)",
  '@import url(http://a.example/s.css)',
  'color: rgb(1,2,3) url(http://a.example)',
  'behavior: url(x.htc)',
])('leaves out %s', style => {
  expect(cleanStyle(style)).not.toMatch(/url|var|expression|calc|fixed|--x|image-set|import|behavior/i)
})

it('is not kept busy by comments that never end', { timeout: 2_000 }, () => {
  expect(cleanStyle(`${'/* '.repeat(120_000)};color: red`)).toBe('color: red')
})

it('shows a picture by its bytes, not by its name', () => {
  expect(sniffPreview(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'umowa.txt')).toEqual({
    is: 'image',
    type: 'image/png',
  })
  expect(sniffPreview(new TextEncoder().encode('<svg onload="alert(1)"/>'), 'rysunek.svg')).toEqual({ is: 'none' })
})

it('shows text as text, also what Polish Windows wrote', () => {
  expect(sniffPreview(new TextEncoder().encode('żółć'), 'a.txt')).toEqual({ is: 'text', text: 'żółć' })
  expect(sniffPreview(Uint8Array.of(0xbf, 0xf3, 0xb3, 0xe6), 'a.txt')).toEqual({ is: 'text', text: 'żółć' })
  expect(sniffPreview(Uint8Array.of(0x41, 0x00), 'a.txt')).toEqual({ is: 'none' })
})

it('does not fetch what is too big or not shown anyway', () => {
  expect(mayPreview('a.png', 'image/png', 1000)).toBe(true)
  expect(mayPreview('a.png', 'image/png', 50_000_000)).toBe(false)
  expect(mayPreview('a.MSG', 'application/octet-stream', 1000)).toBe(true)
  expect(mayPreview('a.msg', 'application/vnd.ms-outlook', 50_000_000)).toBe(false)
  expect(mayPreview('a.docx', 'application/octet-stream', 1000)).toBe(false)
})

import { expect, it } from 'vitest'
import {
  asHtml,
  asText,
  fieldNames,
  fieldsIn,
  fillTemplate,
  firstNameIn,
  strangeFieldsIn,
  templateFields,
} from '../../shared/template-fields.ts'

const html = (template: string, values = {}) => asHtml(fillTemplate(template, 'pl', values))
const text = (template: string, values = {}) => asText(fillTemplate(template, 'pl', values))

it('fills the fields by their Polish and their English names, in whatever case they are written', () => {
  expect(text('{imię}, {First Name}, {KONTRAHENT}', { firstName: 'Anna', contractor: 'Meblex' })).toBe(
    'Anna, Anna, Meblex',
  )
})

it.each(templateFields)('knows %s in both languages', field => {
  for (const language of ['pl', 'en'] as const)
    expect(text(`{${fieldNames[language][field]}}`, { [field]: 'x' })).toBe('x')
})

it('leaves what is not known as a gap with its name in the language of the template', () => {
  expect(text('Dzień dobry, {first name}')).toBe('Dzień dobry, [imię]')
  expect(asText(fillTemplate('Dear {imię}', 'en', { firstName: '  ' }))).toBe('Dear [first name]')
})

it('leaves a name that is no field as a gap too, and tells it to who writes the template', () => {
  expect(text('{imie} {ja}', { firstName: 'Anna', me: 'Jan' })).toBe('[imie] Jan')
  expect(strangeFieldsIn('{imie} {ja} {imie}')).toEqual(['imie'])
  expect(fieldsIn('{imie} {ja} {osoba} {me}')).toEqual(['me', 'person'])
})

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('takes {%s} for no field', name => {
  expect(fieldsIn(`{${name}}`)).toEqual([])
})

it('makes no markup of a hostile name', () => {
  const contractor = `<img src=x onerror="alert(1)"> & 'S-ka' </span><script>`
  expect(html('Od {kontrahent}', { contractor })).toBe(
    'Od &lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;S-ka&#39; &lt;/span&gt;&lt;script&gt;',
  )
  expect(html('<b>{kontrahent}</b>\n\nx', {})).toMatch(
    /^&lt;b&gt;<span [^<>]*>\[kontrahent\]<\/span>&lt;\/b&gt;<br><br>x$/,
  )
})

it('reads no field in a value, and lets none break a line or turn the writing round', () => {
  expect(text('{kontrahent}', { contractor: '{ja}', me: 'Jan' })).toBe('{ja}')
  expect(text('{kontrahent}', { contractor: 'Zły\r\nBcc: x@y.example\u202e' })).toBe('Zły Bcc: x@y.example')
})

it.each([
  ['Anna Nowak', 'Anna'],
  ['Anna Maria Nowak-Zielińska', 'Anna'],
  ['Łucja Ćwik', 'Łucja'],
  ['Nowak', undefined],
  ['NOWAK Anna', undefined],
  ['A. Nowak', undefined],
  ['dr Anna Nowak', undefined],
  ['Nowak, Anna', undefined],
  ['Dział sprzedaży', undefined],
  ['Dział Sprzedaży', undefined],
  ['Obsługa Klienta', undefined],
  ['Meblex Biuro', undefined],
  ['Sales Team', undefined],
  ['Allegro Polska', undefined],
  ['Anna Biernacka', 'Anna'],
  ['Kadri Tamm', 'Kadri'],
  ['Salomea Firlej', 'Salomea'],
  ['Biuro Obsługi Klienta Meblex', undefined],
])('tells the first name in %s where it can be told', (name, first) => {
  expect(firstNameIn(name)).toBe(first)
})

import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../server/mail/decode-text.ts'

const POLISH = 'Dzień dobry, prosimy o wycenę źródeł światła i żółtych łączników. Płatność: 14 dni.'

describe('Polish text', () => {
  it.each(['windows-1250', 'iso-8859-2', 'utf-8'])('in %s is recognised without a charset', charset => {
    expect(decodeText(iconv.encode(POLISH, charset), null).text).toBe(POLISH)
  })

  it.each([
    ['windows-1250', 'iso-8859-2'],
    ['windows-1250', 'us-ascii'],
    ['windows-1250', 'iso-8859-1'],
    ['windows-1250', 'utf-8'],
    ['windows-1250', 'x-nieznany'],
    ['iso-8859-2', 'windows-1250'],
    ['iso-8859-2', 'iso-8859-1'],
    ['iso-8859-2', 'windows-1252'],
    ['utf-8', 'iso-8859-2'],
    ['utf-8', 'windows-1252'],
  ])('in %s that claims to be %s is read and marked', (charset, declared) => {
    expect(decodeText(iconv.encode(POLISH, charset), declared)).toEqual({ text: POLISH, guessed: true, broken: false })
  })

  it.each(['windows-1250', 'iso-8859-2', 'utf-8', 'cp1250', 'utf8', 'ISO_8859-2', '"utf-8"'])(
    'in %s that says so is not marked',
    charset => {
      const encoded = iconv.encode(POLISH, charset.replace(/"/g, ''))

      expect(decodeText(encoded, charset)).toEqual({ text: POLISH, guessed: false, broken: false })
    },
  )
})

it.each(['SPÓŁKA', 'Protokół', 'PROTOKÓŁ KOŚCIÓŁ'])('%s in windows-1250 is not taken for UTF-8', word => {
  expect(decodeText(iconv.encode(word, 'windows-1250'), null).text).toBe(word)
})

it.each(['ż', 'Zażółć', '🎉', 'Добрый', 'Łódź – Добрый', '₂'])('%s in UTF-8 is recognised without a charset', word => {
  expect(decodeText(Buffer.from(word), null).text).toBe(word)
})

describe('text in another language', () => {
  it.each([
    ['windows-1252', 'À la carte: crème brûlée, façade, déjà vu – 10 m³ à 5 €'],
    ['iso-8859-1', 'El niño come piñas, mañana será otro día. ¿Qué tal, señor?'],
    ['iso-8859-1', 'Schöne Grüße aus Köln, Straße 5, 20 m² Fläche'],
    ['iso-8859-1', 'Æblegrød på øen, så går det på smør'],
    ['windows-1251', 'Добрий день, надсилаємо рахунок за послуги'],
    ['koi8-r', 'Добрый день, высылаем счёт'],
    ['iso-8859-2', 'Příliš žluťoučký kůň úpěl ďábelské ódy'],
    ['windows-1250', 'Árvíztűrő tükörfúrógép'],
    ['iso-2022-jp', 'こんにちは'],
    ['gb2312', '您好发票'],
    ['utf-16le', 'Żółw'],
  ])('in %s stays as declared', (charset, text) => {
    const encoded =
      charset === 'iso-2022-jp' ? Buffer.from('\x1b$B$3$s$K$A$O\x1b(B', 'latin1') : iconv.encode(text, charset)

    expect(decodeText(encoded, charset)).toEqual({ text, guessed: false, broken: false })
  })

  it('in Cyrillic is recognised without a charset', () => {
    expect(decodeText(iconv.encode('Добрий день, надсилаємо рахунок', 'windows-1251'), null).text).toBe(
      'Добрий день, надсилаємо рахунок',
    )
  })
})

it('keeps UTF-8 with one broken byte as UTF-8 and says so', () => {
  const bytes = Buffer.concat([Buffer.from(POLISH), Buffer.from([0xb3]), Buffer.from(' żółw')])

  expect(decodeText(bytes, 'utf-8')).toEqual({ text: `${POLISH}ł żółw`, guessed: false, broken: true })
})

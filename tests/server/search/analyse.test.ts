import { expect, it } from 'vitest'
import { vectorOf } from '../../../server/search/analyse.ts'
import { fold } from '../../../server/search/fold.ts'
import { openLemmas } from '../../../server/search/lemmas.ts'

/** Words of an office and the forms in which they come. */
const forms = [
  ['zamówienie', 'zamówienia', 'zamówieniu', 'zamówień', 'zamówieniami', 'zamówieniach'],
  ['oferta', 'oferty', 'ofercie', 'ofertę', 'ofert', 'ofertami'],
  ['umowa', 'umowy', 'umowie', 'umów', 'umowami', 'umową'],
  ['rachunek', 'rachunku', 'rachunkiem', 'rachunki', 'rachunków', 'rachunkach'],
  ['przelew', 'przelewu', 'przelewem', 'przelewy', 'przelewów'],
  ['termin', 'terminie', 'terminu', 'terminy', 'terminów'],
  ['protokół', 'protokołu', 'protokole', 'protokoły', 'protokołów'],
  ['dostawca', 'dostawcy', 'dostawcę', 'dostawców', 'dostawcom'],
  ['magazyn', 'magazynie', 'magazynu', 'magazynów', 'magazynem'],
  ['gwarancja', 'gwarancji', 'gwarancję', 'gwarancją', 'gwarancje'],
  ['aneks', 'aneksu', 'aneksem', 'aneksy', 'aneksów'],
  ['zapłacić', 'zapłacił', 'zapłaciła', 'zapłacimy', 'zapłacono'],
  ['wysłać', 'wysłał', 'wysłaliśmy', 'wyślemy', 'wysłano'],
  ['podpisać', 'podpisał', 'podpisali', 'podpiszemy', 'podpisano'],
  ['pilny', 'pilna', 'pilnego', 'pilnej', 'pilnych'],
  ['zaległy', 'zaległa', 'zaległej', 'zaległych', 'zaległymi'],
  ['Lewandowski', 'Lewandowskiego', 'Lewandowskiemu', 'Lewandowskim'],
  ['Kaczmarek', 'Kaczmarka', 'Kaczmarkiem', 'Kaczmarkowi'],
  ['Poznań', 'Poznania', 'Poznaniu', 'Poznaniem'],
  ['Gdynia', 'Gdyni', 'Gdynię', 'Gdynią'],
  ['Drewbud', 'Drewbudu', 'Drewbudem', 'Drewbudowi', 'Drewbudzie'],
  ['Meblopol', 'Meblopolu', 'Meblopolem', 'Meblopolowi'],
  ['delivery', 'deliveries'],
  ['agreement', 'agreements'],
  ['confirm', 'confirmed', 'confirming', 'confirms'],
] as const

/** Words that look alike and mean something else. */
const strangers = [
  ['sądzie', 'sadzie'],
  ['oferta', 'ofiara'],
  ['umowa', 'mowa'],
  ['rachunek', 'rachuba'],
  ['opłacona', 'nieopłacona'],
  ['dostawa', 'dostawca'],
  ['magazyn', 'magik'],
  ['termin', 'terminal'],
  ['zamówienie', 'zamach'],
  ['płatność', 'płatek'],
  ['kosztorys', 'koszty'],
  ['aneks', 'aneksja'],
  ['gwarancja', 'gwara'],
  ['przelew', 'przelot'],
  ['drewno', 'Drewbud'],
  ['meble', 'Meblopol'],
] as const

const body = (text: string) => ({ title: '', head: '', body: text })
const lemmas = await openLemmas()
const lexemes = (word: string) => [fold(word), ...lemmas(word.toLowerCase())]
const meet = (one: string, other: string) => lexemes(one).some(lexeme => lexemes(other).includes(lexeme))

it('finds a word in whichever form it comes', () => {
  const pairs = forms.flatMap(([first, ...others]) => others.map(other => [first, other] as const))

  const missed = pairs.filter(([one, other]) => !meet(one, other))

  expect(missed.length / pairs.length, `recall; missed: ${missed.join(' ')}`).toBeLessThan(0.03)
})

it('finds it as well when it was typed without diacritics', () => {
  const pairs = forms.flatMap(([first, ...others]) => others.map(other => [fold(first), other] as const))

  const missed = pairs.filter(([one, other]) => !meet(one, other))

  expect(missed.length / pairs.length, `recall; missed: ${missed.join(' ')}`).toBeLessThan(0.03)
})

it('does not take one word for another', () => {
  const merged = strangers.filter(([one, other]) => meet(one, other))

  expect(merged.length, `merged: ${merged.join(' ')}`).toBeLessThanOrEqual(1)
})

it('keeps the places of words and their basic forms', async () => {
  expect(await vectorOf(body('Faktury za śruby: FV/12'))).toBe(
    "'faktury':1 'faktura':1 'za':2 'sruby':3 'sruba':3 'fv':4 '12':5",
  )
})

it('reads what would be syntax as words', async () => {
  expect(await vectorOf(body(`O'Hara \\ ':* & | !`))).toBe("'o':1 'hara':2")
})

it('takes a text of nothing but different words, and no more than the index holds', async () => {
  const text = Array.from({ length: 60_000 }, (_, number) => `x${number.toString(36)}q${number}`).join(' ')

  const vector = await vectorOf(body(text))

  expect(vector.length).toBeLessThan(1_000_000)
})

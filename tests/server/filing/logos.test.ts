import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

/** A picture of 20 kB, another one for each letter. */
const picture = (letter: string) => `\u0089PNG\r\n\u001a\n${letter.repeat(20_000)}`

async function hand(actor: Actor, from: string, name: string, letter: string): Promise<string> {
  const content = Buffer.from(picture(letter), 'latin1').toString('base64')
  const plain = buildMail({ from, attachments: [{ name, type: 'image/png', content: 'x' }] })
  const source = plain.replace(Buffer.from('x').toString('base64'), content)
  await actor.hand(source)
  return source
}

/** How many of a contractor's mails show an attachment, and how many pictures became documents. */
async function countIn(contractorId: string) {
  const { body } = await anna.get(`/api/contractors/${contractorId}/timeline`)
  const kinds = body.items.map((item: { kind: string; hasAttachment: boolean }) => `${item.kind} ${item.hasAttachment}`)
  return {
    documents: kinds.filter((kind: string) => kind === 'document false').length,
    withAttachment: kinds.filter((kind: string) => kind === 'mail-in true').length,
  }
}

it('makes no documents of a picture that comes with every mail of a company', async () => {
  const { id } = await buildContractor(anna, { addresses: ['@logo.example'] })

  for (const person of ['a', 'b', 'c', 'd']) await hand(anna, `${person}@logo.example`, `${person}.png`, 'L')

  // The first two may have been photographs; the third one tells.
  expect(await countIn(id)).toEqual({ documents: 2, withAttachment: 2 })
})

it('keeps pictures that differ, come from several companies or bear a telling name', async () => {
  const { id } = await buildContractor(anna, { addresses: ['@foto.example'] })

  for (const letter of ['A', 'B', 'C']) await hand(anna, 'a@foto.example', `${letter}.png`, letter)
  for (const company of ['x.example', 'y.example', 'foto.example']) await hand(anna, `a@${company}`, 'plan.png', 'P')
  for (const number of [1, 2, 3]) await hand(anna, 'a@foto.example', `Umowa ${number}.png`, 'U')

  const { body } = await anna.get(`/api/contractors/${id}/timeline?kind=contract`)
  expect(await countIn(id)).toEqual({ documents: 4, withAttachment: 7 })
  expect(body.items).toHaveLength(3)
})

it('does not count the same mail twice', async () => {
  const { id } = await buildContractor(anna, { addresses: ['@raz.example'] })
  await hand(anna, 'a@raz.example', 'a.png', 'R')
  const source = await hand(anna, 'a@raz.example', 'b.png', 'R')

  const other = await buildContractor(anna)

  for (let again = 0; again < 3; again += 1) await anna.hand(source)
  await anna.hand(source, `?contractorId=${other.id}`)

  expect(await countIn(id)).toEqual({ documents: 2, withAttachment: 2 })
  expect(await countIn(other.id)).toEqual({ documents: 1, withAttachment: 1 })
})

it('tells nobody what pictures came to others', async () => {
  const { id } = await buildContractor(anna, { addresses: ['@cudze.example'] })
  for (const person of ['a', 'b']) await hand(bartek, `${person}@cudze.example`, `${person}.png`, 'Z')

  await hand(anna, 'c@cudze.example', 'c.png', 'Z')

  expect(await countIn(id)).toEqual({ documents: 3, withAttachment: 3 })
})

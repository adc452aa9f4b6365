import { describe, expect, it } from 'vitest'
import { noFilter } from '../../../addin/app/list-filter.ts'
import { linkTo, type Page, readPage } from '../../../addin/app/page-link.ts'

const id = '6f9619ff-8b86-4d11-b42d-00cf4fc964ff'

describe('an address of the application', () => {
  it.each<[string, Page]>([
    ['', { name: 'dashboard' }],
    ['#', { name: 'dashboard' }],
    ['#/', { name: 'dashboard' }],
    ['#/contractors', { name: 'contractors', q: '' }],
    ['#/contractors/', { name: 'contractors', q: '' }],
    ['#/contractors?q=stal', { name: 'contractors', q: 'stal' }],
    [`#/contractors/${id}`, { name: 'contractor', contractorId: id, tab: 'timeline', filter: noFilter }],
    [
      `#/contractors/${id}?kind=mail-in&kind=call&q=faktura+11`,
      {
        name: 'contractor',
        contractorId: id,
        tab: 'timeline',
        filter: { ...noFilter, kinds: ['mail-in', 'call'], q: 'faktura 11' },
      },
    ],
    [`#/cases/${id}`, { name: 'case', caseId: id, tab: 'timeline', filter: noFilter }],
    [
      `#/contractors/${id}?tab=documents&case=${id}&person=x&from=2026-01-02&to=wczoraj&attachment=1&new=1&group=case`,
      {
        name: 'contractor',
        contractorId: id,
        tab: 'documents',
        filter: { ...noFilter, caseId: id, from: '2026-01-02', withAttachment: true, isNew: true, group: 'case' },
      },
    ],
    [`#/cases/${id}?tab=people`, { name: 'case', caseId: id, tab: 'timeline', filter: noFilter }],
    [`#/items/${id}`, { name: 'item', itemId: id }],
    ['#/search?q=zam%C3%B3wienie', { name: 'search', q: 'zamówienie' }],
    [
      '#/search?kind=invoice&kind=nonsense&q=vat&contractor=0b9f3a52-6d1e-4c7a-9a53-2f1f6f0c7a11&from=2026-01-31&to=yesterday&attachment=yes&order=newest',
      {
        name: 'search',
        q: 'vat',
        kinds: ['invoice'],
        contractorId: '0b9f3a52-6d1e-4c7a-9a53-2f1f6f0c7a11',
        from: '2026-01-31',
        attachment: true,
        order: 'newest',
      },
    ],
    ['#/triage', { name: 'triage' }],
    ['#/pane', { name: 'pane' }],
    ['#/rules', { name: 'rules' }],
    ['#/admin/users', { name: 'users' }],
    ['#/admin/groups', { name: 'groups' }],
    ['#/password/Ab_1-x', { name: 'password', token: 'Ab_1-x', isOwn: false }],
    ['#/new-password/Ab_1-x', { name: 'password', token: 'Ab_1-x', isOwn: true }],
    ['#/set-up/Ab_1-x', { name: 'set-up', token: 'Ab_1-x' }],
  ])('%s is read', (hash, page) => {
    expect(readPage(hash)).toEqual(page)
  })

  it.each(['#/nothing', '#/contractors/1', `#/items/${id}/more`, '#/password/', '#/password/a b', '#/%E0%A4%A'])(
    '%s is no page of ours',
    hash => {
      expect(readPage(hash)).toEqual({ name: 'unknown' })
    },
  )

  it('leaves out kinds that do not exist', () => {
    expect(readPage(`#/cases/${id}?kind=mail-in&kind=fax`)).toMatchObject({ filter: { kinds: ['mail-in'] } })
  })

  it('that we write reads back as the same page', () => {
    const pages: Exclude<Page, { name: 'unknown' }>[] = [
      { name: 'dashboard' },
      { name: 'contractors', q: 'a&b=c #1' },
      {
        name: 'contractor',
        contractorId: id,
        tab: 'activities',
        filter: {
          ...noFilter,
          kinds: ['call', 'note'],
          q: '„zażółć” ?x',
          personId: id,
          to: '2026-03-04',
          group: 'thread',
        },
      },
      { name: 'case', caseId: id, tab: 'parties', filter: { ...noFilter, kinds: ['task'] } },
      { name: 'tasks', of: 'given', q: 'próbki + cena' },
      { name: 'item', itemId: id },
      { name: 'search', q: '100% + VAT' },
      { name: 'search', q: 'a', kinds: ['call', 'task'], from: '2026-01-01', to: '2026-02-01', order: 'newest' },
      { name: 'triage' },
      { name: 'pane' },
      { name: 'users' },
      { name: 'groups' },
      { name: 'password', token: 'abc', isOwn: false },
      { name: 'password', token: 'abc', isOwn: true },
    ]

    expect(pages.map(linkTo).map(readPage)).toEqual(pages)
  })
})

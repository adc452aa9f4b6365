import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { say } from '../run/steps.ts'
import type { Picture } from './dresses.ts'

/** Lays all pictures of a folder on one sheet: `index.html` and `.png`. */
export async function laySheet(page: Page, folder: string, pictures: Picture[], scale = 1) {
  const figures = pictures.map(
    ({ file, width }) =>
      `<figure><figcaption>${file}</figcaption><img src="${file}" width="${width * scale}"></figure>`,
  )
  const style =
    'body{display:flex;flex-wrap:wrap;gap:12px;align-items:start;font:12px sans-serif;background:#888}figure{margin:0}'
  const file = path.join(folder, 'index.html')
  await writeFile(file, `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('')}`)
  await page.goto(`file://${file}`)
  await page.screenshot({ path: path.join(folder, 'index.png'), fullPage: true })
  say(file)
}

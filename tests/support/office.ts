import { buildZip } from './zip.ts'

/** A Word document whose paragraphs are these. */
export function buildDocx(...paragraphs: string[]): Buffer {
  const body = paragraphs.map(text => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  return docxOf(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`)
}

/** A Word document with any XML in it. */
export function docxOf(xml: string): Buffer {
  return buildZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: `<?xml version="1.0" encoding="UTF-8"?>${xml}` },
  ])
}

/** A PowerPoint file whose slides hold these texts. */
export function buildPptx(...slides: string[]): Buffer {
  return buildZip([
    { name: 'ppt/presentation.xml', content: '<p:presentation xmlns:p="p"/>' },
    ...slides.map((text, index) => ({
      name: `ppt/slides/slide${index + 1}.xml`,
      content: `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`,
    })),
  ])
}

/** An OpenDocument text; `manifest` is put into its list of parts. */
export function buildOdt(body: string, { manifest = '' } = {}): Buffer {
  const content = `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  return buildZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content },
    { name: 'META-INF/manifest.xml', content: `<m:manifest xmlns:m="m">${manifest}</m:manifest>` },
  ])
}

/** A PDF made so that it asks for a password before it is read. */
export function lockPdf(pdf: Uint8Array): Buffer {
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >> /ID [<00><00>]`
  return Buffer.from(Buffer.from(pdf).toString('latin1').replace('/Info 5 0 R', `/Info 5 0 R ${lock}`), 'latin1')
}

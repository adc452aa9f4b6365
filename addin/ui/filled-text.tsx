import type { TemplatePart } from '../../shared/template-fields.ts'

type FilledTextProps = { parts: TemplatePart[] }

/** A filled template as it will stand in the mail, its gaps marked. Only ever text. */
export function FilledText({ parts }: FilledTextProps) {
  return <>{parts.map((part, index) => (part.is === 'text' ? part.text : <mark key={index}>[{part.name}]</mark>))}</>
}

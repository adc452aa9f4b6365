import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { DocumentTypeEntry } from '../../shared/document-type.ts'
import { isDocumentKind, type Kind, kinds } from '../../shared/kind.ts'
import type { Language } from '../text/language.ts'
import { useLanguage, useText } from './language.ts'

interface KnownTypes {
  types: DocumentTypeEntry[]
  /** Asks the server anew, as after a change. */
  renew: () => void
}

/** The types of documents as the server has them; none until it has answered, so long the product's stand in. */
export const DocumentTypesContext = createContext<KnownTypes>({ types: [], renew: () => undefined })

/** The types of documents, hidden ones too. */
export function useDocumentTypes(): DocumentTypeEntry[] {
  return useContext(DocumentTypesContext).types
}

/** Asks for the types anew, as after a change. */
export function useRenewTypes(): () => void {
  return useContext(DocumentTypesContext).renew
}

/** What a type is called where an administrator named it; null where the product's word is meant. */
export function nameOfType(type: DocumentTypeEntry | undefined, language: Language): string | null {
  return (language === 'pl' ? type?.namePl : type?.nameEn) ?? null
}

/** Answers what a kind is called, in the language to speak here. */
export function useKindWord(): (kind: string) => string {
  const language = useLanguage()
  const words: Partial<Record<string, string>> = useText().kind
  const types = useDocumentTypes()
  return kind => nameOfType(typeOf(types, kind), language) ?? words[kind] ?? words.document ?? kind
}

/** The kinds that there are to choose from: those of the product, and the company's own, without those hidden by it. */
export function useOfferedKinds(): Kind[] {
  const types = useDocumentTypes()
  const own = types.filter(type => !type.isBuiltIn).map(type => type.key)
  return [...kinds, ...own].filter(kind => !isDocumentKind(kind) || !typeOf(types, kind)?.isHidden)
}

function typeOf(types: DocumentTypeEntry[], kind: string): DocumentTypeEntry | undefined {
  return types.find(type => type.key === kind)
}

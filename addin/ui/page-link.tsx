import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** How a page of the web application is opened here; null where a plain link does it. */
export const OpenPageContext = createContext<((path: string) => Promise<void>) | null>(null)

type PageLinkProps = {
  path: string
  class?: string
  title?: string
  'aria-label'?: string
  children: ComponentChildren
}

/** A link to a page of the web application, wherever it is shown: a mail program opens it in the browser. */
export function PageLink({ path, children, ...rest }: PageLinkProps) {
  const openPage = useContext(OpenPageContext)
  return (
    <a
      {...rest}
      href={path}
      onClick={event => {
        if (!openPage) return
        event.preventDefault()
        void openPage(path)
      }}
    >
      {children}
    </a>
  )
}

import type { ComponentChildren } from 'preact'
import { PageHeading } from '../app/page-heading.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'

interface AdminOnlyProps {
  children: ComponentChildren
}

/** Shows its pages to administrators; the server checks every call again. */
export function AdminOnly({ children }: AdminOnlyProps) {
  const text = useAdminText().adminOnly
  const { me } = useSurroundings()
  if (me.isAdmin) return <>{children}</>
  return (
    <div class="page narrow">
      <PageHeading title={text.title} />
      <p class="lead">{text.lead}</p>
    </div>
  )
}

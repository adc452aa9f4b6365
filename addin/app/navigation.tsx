import {
  Bell,
  Building2,
  Cloud,
  Files,
  FileUp,
  Hourglass,
  type IconNode,
  Inbox,
  KeyRound,
  LayoutDashboard,
  LayoutTemplate,
  ListTodo,
  MailPlus,
  Mails,
  MailX,
  Merge,
  MonitorDown,
  PanelRight,
  Rocket,
  Route,
  ScrollText,
  Send,
  Server,
  ShieldCheck,
  SlidersHorizontal,
  SquareCheckBig,
  UserRound,
  UsersRound,
  Webhook,
} from 'lucide'
import type { ComponentChildren } from 'preact'
import { Icon } from '../ui/icon.tsx'
import { linkTo, type Page } from './page-link.ts'
import { useAppText, useSurroundings } from './surroundings.ts'
import { MOST_COUNTED, useUnread } from './use-unread.ts'

interface NavigationProps {
  current: Page
}

/** The pages one goes to from anywhere. */
export function Navigation({ current }: NavigationProps) {
  const text = useAppText().navigation
  const { me } = useSurroundings()
  return (
    <nav aria-label={text.label}>
      <ul>
        <Entry page={{ name: 'dashboard' }} current={current} icon={LayoutDashboard} word={text.dashboard} />
        <NotificationsEntry current={current} />
        <Entry page={{ name: 'contractors', q: '' }} current={current} icon={Building2} word={text.contractors} />
        <Entry page={{ name: 'tasks', of: 'mine', q: '' }} current={current} icon={SquareCheckBig} word={text.tasks} />
        <Entry page={{ name: 'triage' }} current={current} icon={Inbox} word={text.triage} />
        <Entry page={{ name: 'pane' }} current={current} icon={PanelRight} word={text.pane} />
      </ul>
      <h2 id="mail-pages" class="small faint">
        {text.mail}
      </h2>
      <ul aria-labelledby="mail-pages">
        <Entry page={{ name: 'mailboxes' }} current={current} icon={Mails} word={text.mailboxes} />
        <Entry page={{ name: 'rules' }} current={current} icon={Route} word={text.rules} />
        <Entry page={{ name: 'block-list' }} current={current} icon={MailX} word={text.blockList} />
        <Entry page={{ name: 'templates' }} current={current} icon={LayoutTemplate} word={text.templates} />
        <Entry page={{ name: 'journal' }} current={current} icon={MailPlus} word={text.journal} />
      </ul>
      {me.isAdmin && (
        <>
          <h2 id="administration" class="small faint">
            {text.admin}
          </h2>
          <ul aria-labelledby="administration">
            <Entry page={{ name: 'start' }} current={current} icon={Rocket} word={text.start} />
            <Entry page={{ name: 'users' }} current={current} icon={UserRound} word={text.users} />
            <Entry page={{ name: 'groups' }} current={current} icon={UsersRound} word={text.groups} />
            <Entry page={{ name: 'ways' }} current={current} icon={KeyRound} word={text.ways} />
            <Entry page={{ name: 'access' }} current={current} icon={ShieldCheck} word={text.access} />
            <Entry
              page={{ name: 'filing-settings' }}
              current={current}
              icon={SlidersHorizontal}
              word={text.filingSettings}
            />
            <Entry page={{ name: 'contractor-import' }} current={current} icon={FileUp} word={text.contractorImport} />
            <Entry page={{ name: 'duplicates' }} current={current} icon={Merge} word={text.duplicates} />
            <Entry page={{ name: 'document-types' }} current={current} icon={Files} word={text.documentTypes} />
            <Entry page={{ name: 'microsoft' }} current={current} icon={Cloud} word={text.microsoft} />
            <Entry page={{ name: 'roll-out' }} current={current} icon={MonitorDown} word={text.rollOut} />
            <Entry page={{ name: 'outgoing' }} current={current} icon={Send} word={text.outgoing} />
            <Entry page={{ name: 'webhooks' }} current={current} icon={Webhook} word={text.webhooks} />
            <Entry page={{ name: 'jobs' }} current={current} icon={ListTodo} word={text.jobs} />
            <Entry page={{ name: 'retention' }} current={current} icon={Hourglass} word={text.retention} />
            <Entry page={{ name: 'person-data' }} current={current} icon={UserRound} word={text.personData} />
            <Entry page={{ name: 'system' }} current={current} icon={Server} word={text.system} />
            <Entry page={{ name: 'audit' }} current={current} icon={ScrollText} word={text.audit} />
          </ul>
        </>
      )}
    </nav>
  )
}

/** The way to the notifications, with how many are unread. */
function NotificationsEntry({ current }: NavigationProps) {
  const { navigation, notifications } = useAppText()
  const unread = useUnread()
  return (
    <Entry page={{ name: 'notifications' }} current={current} icon={Bell} word={navigation.notifications}>
      {unread > 0 && (
        <span class="unread-count">
          <span aria-hidden="true">{unread >= MOST_COUNTED ? `${MOST_COUNTED - 1}+` : unread}</span>
          <span class="unseen">({notifications.count(unread)})</span>
        </span>
      )}
    </Entry>
  )
}

interface EntryProps {
  page: Exclude<Page, { name: 'unknown' }>
  current: Page
  icon: IconNode
  word: string
  children?: ComponentChildren
}

/** What lies in a contractor's file belongs to the contractors' entry, wherever it was opened from. */
const inFiles: readonly Page['name'][] = ['contractor', 'case', 'item']

function Entry({ page, current, icon, word, children }: EntryProps) {
  const isWithin = page.name === 'contractors' && inFiles.includes(current.name)
  return (
    <li>
      <a href={linkTo(page)} aria-current={current.name === page.name ? 'page' : isWithin || undefined}>
        <Icon shape={icon} />
        {word}
        {children}
      </a>
    </li>
  )
}

import type { ComponentChildren } from 'preact'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { type Answer, useAnswer } from '../app/use-answer.ts'
import { AdminOnly } from './admin-only.tsx'
import '../file/file.css'
import './filing-settings.css'

interface SettingsFrameProps<Value> {
  /** What is asked, by a name of its own. */
  name: string
  question: () => Promise<Value>
  title: string
  lead: string
  children: (value: Value, answer: Answer<Value>) => ComponentChildren
}

/** A page of settings of the company, for administrators: what it stands on is read first. */
export function SettingsFrame<Value>(props: SettingsFrameProps<Value>) {
  return (
    <AdminOnly>
      <Settings {...props} />
    </AdminOnly>
  )
}

function Settings<Value>({ name, question, title, lead, children }: SettingsFrameProps<Value>) {
  const answer = useAnswer(name, question)
  return (
    <Answered answer={answer}>
      {value => (
        <div class="page narrow settings-page">
          <div class="page-top">
            <div>
              <PageHeading title={title} />
              <p class="lead">{lead}</p>
            </div>
          </div>
          {children(value, answer)}
        </div>
      )}
    </Answered>
  )
}

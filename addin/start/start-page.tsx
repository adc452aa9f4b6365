import { Circle, CircleCheck, CirclePause } from 'lucide'
import type { ComponentType } from 'preact'
import { useId, useState } from 'preact/hooks'
import { changeFirstRun, type FirstRun, type FirstStep, firstSteps, readFirstRun } from '../../shared/first-run.ts'
import { AdminOnly } from '../admin/admin-only.tsx'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { startText } from '../text/start.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ColleaguesStep } from './colleagues-step.tsx'
import { CompanyStep } from './company-step.tsx'
import { MailStep } from './mail-step.tsx'
import { MailboxStep } from './mailbox-step.tsx'
import { ProgramsStep } from './programs-step.tsx'
import type { StepProps } from './step-props.ts'
import '../file/file.css'
import './start.css'

const bodies: Record<FirstStep, ComponentType<StepProps>> = {
  company: CompanyStep,
  mailbox: MailboxStep,
  mail: MailStep,
  colleagues: ColleaguesStep,
  programs: ProgramsStep,
}

/** The guided set-up: five steps, each of which may be done now, put off, or changed later. */
export function StartPage() {
  return (
    <AdminOnly>
      <Start />
    </AdminOnly>
  )
}

function Start() {
  const text = useWords(startText).start
  const { host } = useSurroundings()
  const known = useAnswer('first run', () => call(host, readFirstRun))
  const [chosen, setChosen] = useState<FirstStep>()
  return (
    <Answered answer={known}>
      {run => {
        const next = firstSteps.find(step => !run.done.includes(step) && !run.skipped.includes(step))
        const settle = async (step: FirstStep, state: 'done' | 'skipped') => {
          known.put(await call(host, changeFirstRun, { body: { step, state } }))
          setChosen(undefined)
        }
        return (
          <div class="page start-page">
            <div class="page-top">
              <div>
                <PageHeading title={text.title} />
                <p class="faint">{text.lead}</p>
              </div>
            </div>
            <p role="status">{next ? text.progress(run.done.length, firstSteps.length) : text.whole}</p>
            <ol class="start-steps">
              {firstSteps.map(step => (
                <Step
                  key={step}
                  step={step}
                  run={run}
                  isOpen={(chosen ?? next) === step}
                  onOpen={() => setChosen(step)}
                  onSettled={state => settle(step, state)}
                />
              ))}
            </ol>
            {!next && <Onward readsMail={run.done.includes('mailbox')} />}
          </div>
        )
      }}
    </Answered>
  )
}

/** From a company that is set up to the first mail that files itself: whose mail it is must be known. */
function Onward({ readsMail }: { readsMail: boolean }) {
  const text = useWords(startText).start
  return (
    <div class="buttons">
      {readsMail && (
        <a class="button primary" href={linkTo({ name: 'triage' })}>
          {text.triage}
        </a>
      )}
      <a class={readsMail ? 'button' : 'button primary'} href={linkTo({ name: 'contractor-import' })}>
        {text.toImport}
      </a>
      <a class="button" href={linkTo({ name: 'dashboard' })}>
        {text.toDashboard}
      </a>
    </div>
  )
}

interface OneStepProps {
  step: FirstStep
  run: FirstRun
  isOpen: boolean
  onOpen: () => void
  onSettled: (state: 'done' | 'skipped') => Promise<void>
}

function Step({ step, run, isOpen, onOpen, onSettled }: OneStepProps) {
  const text = useWords(startText).start
  const id = useId()
  const isDone = run.done.includes(step)
  const isSkipped = run.skipped.includes(step)
  const skipping = useDeed(() => onSettled('skipped'))
  const Body = bodies[step]
  return (
    <li aria-labelledby={id} aria-current={isOpen ? 'step' : undefined}>
      <div class="start-top">
        <h2 id={id}>
          <Icon shape={isDone ? CircleCheck : isSkipped ? CirclePause : Circle} />
          {text.steps[step]}
        </h2>
        {(isDone || isSkipped) && <span class="small faint">{isDone ? text.done : text.skipped}</span>}
        {!isOpen && (
          <Button look="quiet" aria-label={`${isDone ? text.again : text.open}: ${text.steps[step]}`} onClick={onOpen}>
            {isDone ? text.again : text.open}
          </Button>
        )}
      </div>
      {isOpen && (
        <div class="start-body">
          <Body run={run} onDone={() => onSettled('done')} />
          {!isDone && (
            <div>
              <Button look="quiet" busy={skipping.isBusy} onClick={skipping.run}>
                {text.skip}
              </Button>
            </div>
          )}
          {skipping.failure && <FailureNotice failure={skipping.failure} />}
        </div>
      )}
    </li>
  )
}

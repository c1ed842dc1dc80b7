/** Scripts on a sign-in page can read what users type. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

export const javascriptOn: Rule = {
  code: 'TF3609',
  name: 'javascript-on',
  title: 'scripts are allowed on pages',
  severity: 'warning',
  origin: 'advice',
  check: ({ policy }, report) => {
    const scripts = policy.relyingParty?.userJourneyBehaviors?.scriptExecution
    if (scripts === undefined || keyOf(scripts.value) !== 'allow') return
    report(scripts.span, {
      message: 'scripts are allowed: whoever can change the HTML of a page can read passwords',
      help: 'leave it out unless pages need it; host their HTML where few can write'
    })
  }
}

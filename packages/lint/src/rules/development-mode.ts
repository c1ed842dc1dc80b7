/** A policy in development mode must not go into production. */
import type { Rule } from '../Rule.ts'

export const developmentMode: Rule = {
  code: 'TF3603',
  name: 'development-mode',
  title: 'policy in development mode',
  severity: 'warning',
  origin: 'advice',
  check: ({ policy }, report) => {
    const mode = policy.deploymentMode
    if (mode === undefined || (mode.value !== 'Development' && mode.value !== 'Debugging')) return
    report(mode.span, {
      message: `DeploymentMode is ${mode.value}: it may record what users type, and allows calls without TLS`,
      help: 'use a setting for it, and Production where users sign in'
    })
  }
}

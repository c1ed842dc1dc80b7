/** What failed on a page. */
import type { Aadb2cExplanation } from '../Aadb2cExplanation.ts'

export const pages = {
  AADB2C90002: {
    meaning: 'The HTML of a page was not found.',
    causes: ['A wrong LoadUri', 'A storage that is not public'],
    remedy: 'Open LoadUri in a browser.'
  },
  AADB2C90003: {
    meaning: 'The HTML of a page could not be fetched.',
    causes: ['Network or CORS trouble in the browser'],
    remedy: "Look at the browser's console."
  },
  AADB2C90046: {
    meaning: 'The state of the sign-in is lost.',
    causes: ['Cookies were deleted or blocked', 'A page that was left open too long'],
    remedy: 'Start again.'
  },
  AADB2C90047: {
    meaning: 'Scripts of a page failed.',
    causes: ['JavaScript errors in custom HTML', 'The host does not allow cross-origin requests'],
    remedy: "Look at the browser's console; allow the origin of the tenant."
  },
  AADB2C90059: {
    meaning: 'The HTML of a page cannot be read.',
    causes: ['Broken HTML', 'No element with the id api'],
    remedy: 'Correct it.'
  },
  AADB2C90060: { meaning: 'A page took too long to load.', causes: ['A slow host'], remedy: 'Make it faster.' },
  AADB2C90062: { meaning: 'A resource of a page was not found.', causes: ['A wrong URL'], remedy: 'Correct it.' },
  AADB2C90063: {
    meaning: 'B2C itself failed.',
    causes: ['An outage'],
    remedy: 'Try again; look at the state of the service.'
  },
  AADB2C90064: { meaning: 'The host of a page failed.', causes: ['Its own error 500'], remedy: 'Look at its logs.' },
  AADB2C90065: {
    meaning: 'A page failed in the browser.',
    causes: ['Network or CORS trouble'],
    remedy: "Look at the browser's console."
  },
  AADB2C90091: {
    meaning: 'The user cancelled.',
    causes: ['The cancel button'],
    remedy: 'Let the application treat it as "back to the start".'
  },
  AADB2C90118: {
    meaning: 'The user asked for a new password.',
    causes: ['The link "Forgot your password?"'],
    remedy: 'Start the password reset policy, or handle it in the journey with setting.forgotPasswordLinkOverride.'
  },
  AADB2C90119: {
    meaning: 'The user failed too often at a step.',
    causes: ['A retry limit'],
    remedy: 'The user starts again.'
  },
  AADB2C90149: {
    meaning: 'A script of a page did not load.',
    causes: ['A wrong URL', 'A host that is down'],
    remedy: 'Correct it.'
  },
  AADB2C90157: {
    meaning: 'The user failed too often on a page.',
    causes: ['setting.retryLimit'],
    remedy: 'The user starts again; raise the limit when it is too low.'
  },
  AADB2C90158: {
    meaning: 'A validation of a page failed.',
    causes: ['See the reason in the message'],
    remedy: 'Look at the validation technical profile.'
  },
  AADB2C90159: {
    meaning: 'A verification of a page failed.',
    causes: ['See the reason in the message'],
    remedy: 'Try again.'
  },
  AADB2C90161: {
    meaning: "A page's data could not be taken.",
    causes: ['See the reason in the message'],
    remedy: 'Try again.'
  },
  AADB2C90196: {
    meaning: 'The HTML of a content definition cannot be fetched.',
    causes: ['LoadUri is not public, or answers with an error'],
    remedy: 'Open it in a browser.'
  },
  AADB2C90206: {
    meaning: 'A page took too long to start.',
    causes: ['A slow network or a blocked script'],
    remedy: "Try again; look at the browser's console."
  },
  AADB2C90211: {
    meaning: 'A state cookie is incomplete.',
    causes: ['Too many or too large cookies', 'Several sign-ins at the same time'],
    remedy: 'Close other tabs, and start again.'
  },
  AADB2C90212: {
    meaning: 'A state cookie is not valid.',
    causes: ['It was changed, or is of another sign-in'],
    remedy: 'Start again.'
  },
  AADB2C90223: {
    meaning: 'The HTML of a page was refused when it was cleaned.',
    causes: ['Elements that are not allowed'],
    remedy: 'Remove scripts, frames and forms, or allow scripts with ScriptExecution.'
  }
} as const satisfies Readonly<Record<string, Aadb2cExplanation>>

/** B2C's own texts of pages and display controls, in English. Source: localization-string-ids, pages section 8.1. */
import type { PageElement } from '@trustframe/plan/plan'

type Strings = Readonly<Record<string, string>>

const selfAsserted: Strings = {
  heading: 'User Details',
  initial_intro: 'Please provide the following details.',
  button_continue: 'Continue',
  button_cancel: 'Cancel',
  helplink_text: 'What is this?',
  required_field: 'This information is required.',
  error_requiredFieldMissing: 'A required field is missing. Please fill out all required fields and try again.',
  error_fieldIncorrect: 'One or more fields are filled out incorrectly. Please check your entries and try again.',
  error_passwordEntryMismatch:
    'The password entry fields do not match. Please enter the same password in both fields and try again.',
  cancel_message: 'The user has cancelled entering self-asserted information.',
  verifying_blurb: 'Please wait while we process your information.',
  ver_but_send: 'Send verification code',
  ver_but_resend: 'Send new code',
  ver_but_verify: 'Verify code',
  ver_but_edit: 'Change e-mail',
  ver_input: 'Verification code',
  ver_intro_msg: 'Verification is necessary. Please click Send button.',
  ver_info_msg: 'Verification code has been sent to your inbox. Please copy it to the input box below.',
  ver_success_msg: 'E-mail address verified. You can now continue.',
  ver_fail_retry: 'That code is incorrect. Please try again.',
  ver_fail_no_retry: "You've made too many incorrect attempts. Please try again later.",
  ver_fail_throttled:
    'There have been too many requests to verify this email address. Please wait a while, then try again.',
  ver_fail_code_expired: 'That code is expired. Please request a new code.',
  ver_fail_server:
    'We are having trouble verifying your email address. Please enter a valid email address and try again.'
}

const unified: Strings = {
  ...selfAsserted,
  heading: 'Sign in',
  social_intro: 'Sign in with your social account',
  local_intro_generic: 'Sign in with your {0}',
  button_signin: 'Sign in',
  forgotpassword_link: 'Forgot your password?',
  createaccount_intro: "Don't have an account?",
  createaccount_one_link: 'Sign up now',
  remember_me: 'Keep me signed in.',
  divider_title: 'OR',
  requiredField_generic: 'Please enter your {0}',
  invalid_generic: 'Please enter a valid {0}',
  unknown_error: 'We are having trouble signing you in. Please try again later.'
}

const selection: Strings = { intro: 'Sign in', heading: 'Sign in' }

const multifactor: Strings = {
  initial_intro: 'Enter a number below that we can send a code via SMS or phone to authenticate you.',
  button_send_code: 'Send Code',
  button_call: 'Call Me',
  button_verify: 'Verify Code',
  button_cancel: 'Cancel',
  invalid_number: 'Please enter a valid phone number.',
  invalid_code: 'Please enter the 6-digit code you received.',
  error_448: 'The phone number you provided is unreachable.',
  error_449: 'User has exceeded the number of retry attempts.',
  error_449_custom: 'That code is incorrect. Please try again.',
  error_429: 'There have been too many requests. Please wait a while, then try again.'
}

const byElement: Readonly<Record<PageElement, Strings>> = {
  selfasserted: selfAsserted,
  unifiedssp: unified,
  unifiedssd: unified,
  providerselection: selection,
  multifactor,
  globalexception: {},
  claimsconsent: {}
}

/** The texts of a page element. */
export const defaultStrings = (element: PageElement): Strings => byElement[element]

/** The texts of display controls. */
export const controlStrings: Strings = {
  intro_msg: 'Verification is necessary. Please click Send button.',
  success_send_code_msg: 'Verification code has been sent. Please copy it to the input box below.',
  failure_send_code_msg: 'We are having trouble verifying your email address. Please try again.',
  success_verify_code_msg: 'E-mail address verified. You can now continue.',
  failure_verify_code_msg: 'We are having trouble verifying your email address. Please try again.',
  but_send_code: 'Send verification code',
  but_verify_code: 'Verify code',
  but_send_new_code: 'Send new code',
  but_change_claims: 'Change e-mail'
}

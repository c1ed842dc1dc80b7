/** A second opinion: xmllint of libxml2, where it is installed. */
import { spawnSync } from 'node:child_process'

/** Whether xmllint is installed; tests that need it are skipped without it. */
export const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined

/** What xmllint says about files. */
export const xmllint = (options: ReadonlyArray<string>, paths: ReadonlyArray<string>): string =>
  spawnSync('xmllint', ['--noout', ...options, ...paths], { encoding: 'utf8', maxBuffer: 1e9 }).stderr

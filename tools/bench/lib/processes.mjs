/** Child processes: one for each entry, on a core of its own where the machine allows it. */
import { fork, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** Whether processes can be kept on one core; `PIN=0` switches it off. */
export const canPin =
  process.env.PIN !== '0' && availableParallelism() >= 2 && spawnSync('taskset', ['-c', '0', 'true']).status === 0

/** `fork` with the flags of this process. What the child prints goes to standard error: standard output is for results. */
export const forkOn = (core, file, args = []) => {
  const options = { stdio: ['ignore', 2, 2, 'ipc'] }
  if (!canPin || core === undefined) return fork(file, args, options)
  const execArgv = ['-c', String(core), process.execPath, ...process.execArgv]
  return fork(file, args, { ...options, execPath: 'taskset', execArgv })
}

/** The first message of a child that says when it is ready; fails when it ends before. */
export const ready = (child) =>
  new Promise((resolve, reject) => {
    const onExit = (status) => reject(new Error(`the server exited with ${status}`))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message)
    })
  })

/** Sends a message to a child, and waits for its answer. */
const call = (child, message, timeoutMs) =>
  new Promise((resolve, reject) => {
    const settle = (error, answer) => {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      if (error === undefined) resolve(answer)
      else reject(error)
    }
    const onMessage = (answer) => settle(answer.ok ? undefined : new Error(answer.error), answer)
    const onExit = (status) => settle(new Error(`the process exited with ${status}`))
    const timer = setTimeout(
      () => settle(new Error(`no answer to "${message.command}" in ${timeoutMs / 1000} s`)),
      timeoutMs
    )
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.send(message)
  })

const hostFile = fileURLToPath(new URL('host.mjs', import.meta.url))

/** Starts the process of an entry, which has then given a right answer once. */
export const startHost = async (entry, { clientCore, context, suiteFile }) => {
  const child = forkOn(clientCore, hostFile)
  const end = () => child.kill('SIGKILL')
  try {
    const init = { command: 'init', file: entry.file, export: entry.export, suiteFile, context }
    const { name } = await call(child, init, 120_000)
    return {
      ...entry,
      name,
      measure: async (mode) => (await call(child, { command: 'measure', mode }, 300_000)).result,
      close: () => call(child, { command: 'close' }, 20_000).catch(end)
    }
  } catch (error) {
    end()
    throw error
  }
}

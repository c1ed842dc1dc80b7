/** Checks of what users submit. */
export * from './compileUserInput.ts'
export * from './UserInputType.ts'

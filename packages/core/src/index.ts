/** The interpreter of user journeys: a pure step function, a driver that performs its demands, and the ports. */
export * from './driver/Interpreter.ts'
export * from './exchange/index.ts'
export * from './journey/index.ts'
export * from './ports/index.ts'
export * from './state/index.ts'
export * from './trace/describeEntry.ts'
export * from './trace/TraceDocument.ts'
export * from './trace/TraceEntry.ts'

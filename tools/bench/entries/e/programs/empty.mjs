// What a module costs by itself.
globalThis.started = true

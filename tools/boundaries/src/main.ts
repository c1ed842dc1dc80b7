// Fails when a package imports what it must never know.
export {}

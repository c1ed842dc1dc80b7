// Test harness for custom policies: faults by name, a clock that is moved, traces to assert.
export {}

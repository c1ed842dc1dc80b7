// Ready-made compositions: from policy texts and a configuration to a running interpreter.
export {}

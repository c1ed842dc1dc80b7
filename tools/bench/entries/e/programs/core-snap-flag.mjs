globalThis.snapshotBuild = true

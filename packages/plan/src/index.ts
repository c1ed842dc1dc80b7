// Compiles a resolved custom policy into a journey plan: everything looked up, nothing left to find.
export {}

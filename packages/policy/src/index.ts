/** Reads Azure AD B2C custom policies: XML with positions, a typed model, settings, inheritance and merging. */
export * from './Diagnostic.ts'
export * from './model/index.ts'

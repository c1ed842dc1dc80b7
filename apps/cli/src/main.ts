// Runs, checks and tests Azure AD B2C custom policies at the terminal.
export {}

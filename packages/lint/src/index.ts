// Rules over custom policies: what Azure AD B2C rejects, what fails at run time, and what will surprise.
export {}

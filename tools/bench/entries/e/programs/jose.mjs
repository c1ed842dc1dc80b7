import { SignJWT } from 'jose'
if (!SignJWT) process.exit(1)

import { Provider } from 'oidc-provider'
if (!Provider) process.exit(1)

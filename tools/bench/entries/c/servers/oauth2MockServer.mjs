/** oauth2-mock-server with the claims of the other servers. */
import { OAuth2Server } from 'oauth2-mock-server'
import { announce } from '../../../lib/statsChannel.mjs'

const server = new OAuth2Server()
await server.issuer.keys.generate('RS256')
await server.start(0, '127.0.0.1')
server.service.on('beforeTokenSigning', (token) => {
  Object.assign(token.payload, {
    name: 'Adele Vance',
    given_name: 'Adele',
    family_name: 'Vance',
    country: 'AT',
    email: 'adele@contoso.example'
  })
})
announce({ origin: server.issuer.url.replace('localhost', '127.0.0.1') })

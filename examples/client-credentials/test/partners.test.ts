import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleClient } from '../src/example.ts'
import { type Partners, startPartners } from '../src/partners.ts'

let partners: Partners
const client = exampleClient('Development')
const tokenPath = '/contosodev.onmicrosoft.com/oauth2/v2.0/token'

beforeAll(async () => {
  partners = await startPartners(client)
})
afterAll(() => partners.close())

const askForToken = (options: {
  readonly secret?: string
  readonly grant?: string
  readonly scope?: string
}): Promise<Response> =>
  fetch(partners.token.origin + tokenPath, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${client.clientId}:${options.secret ?? client.clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded'
    },
    body: new URLSearchParams({
      grant_type: options.grant ?? 'client_credentials',
      scope: options.scope ?? client.scope
    }).toString()
  })

describe('the token endpoint', () => {
  it.each([
    ['the right request', {}, 200],
    ['a wrong secret', { secret: 'wrong' }, 401],
    ['another grant', { grant: 'password' }, 400],
    ['another scope', { scope: 'https://elsewhere/.default' }, 400]
  ])('answers %s with %j: %i', async (_, options, status) => {
    expect((await askForToken(options)).status).toBe(status)
  })
})

const get = (path: string, token: string): Promise<Response> =>
  fetch(partners.profile.origin + path, { headers: { authorization: `Bearer ${token}` } })

describe('the profile API', () => {
  it('opens to tokens of the token endpoint only, for profiles that it knows', async () => {
    const { access_token: token }: { access_token: string } = JSON.parse(await (await askForToken({})).text())
    expect((await get('/profile/7', 'made-up')).status).toBe(401)
    expect((await get('/profile/8', token)).status).toBe(404)
    const found = await get('/profile/7', token)
    expect(await found.json()).toEqual({ id: '7', name: 'Ada Lovelace', featureGroup: 'early-adopters' })
  })
})

import { assert, describe, it } from '@effect/vitest'
import { isLoopback, isRefused } from '../../src/outbound/addresses.ts'

describe('which addresses are refused', () => {
  it.each([
    // address, by "metadata", by "private"
    ['169.254.169.254', true, true],
    ['169.254.170.2', true, true],
    ['168.63.129.16', true, true],
    ['100.100.100.200', true, true],
    ['fd00:ec2::254', true, true],
    ['fe80::1', true, true],
    ['::ffff:169.254.169.254', true, true],
    ['::ffff:a9fe:a9fe', true, true],
    ['192.0.0.192', true, true],
    ['169.253.255.255', false, false],
    ['169.255.0.0', false, false],
    ['10.0.0.1', false, true],
    ['10.255.255.255', false, true],
    ['11.0.0.0', false, false],
    ['192.0.0.8', false, true],
    ['192.0.1.1', false, false],
    ['198.51.100.7', false, true],
    ['203.0.113.9', false, true],
    ['198.17.255.255', false, false],
    ['198.19.255.255', false, true],
    ['240.0.0.1', false, true],
    ['223.255.255.255', false, false],
    ['172.16.0.1', false, true],
    ['172.31.255.255', false, true],
    ['172.32.0.1', false, false],
    ['192.168.1.1', false, true],
    ['127.0.0.1', false, true],
    ['127.255.255.254', false, true],
    ['0.0.0.0', false, true],
    ['100.64.0.1', false, true],
    ['100.128.0.1', false, false],
    ['192.0.2.1', false, true],
    ['198.18.0.1', false, true],
    ['224.0.0.1', false, true],
    ['255.255.255.255', false, true],
    ['::1', false, true],
    ['[::1]', false, true],
    ['::', false, true],
    ['::127.0.0.1', false, true],
    ['::ffff:10.0.0.1', false, true],
    ['64:ff9b::a00:1', false, true],
    ['2002:a00:1::', false, true],
    ['fc00::1', false, true],
    ['fd12:3456::1', false, true],
    ['ff02::1', false, true],
    ['2001:db8::1', false, true],
    ['8.8.8.8', false, false],
    ['13.107.246.38', false, false],
    ['::ffff:8.8.8.8', false, false],
    ['2603:1030::1', false, false],
    ['2606:4700::6810:84e5', false, false],
    ['api.contoso.com', false, false],
    ['localhost', false, false]
  ])('%s', (address, byMetadata, byPrivate) => {
    assert.deepStrictEqual(
      [isRefused('none', address), isRefused('metadata', address), isRefused('private', address)],
      [false, byMetadata, byPrivate]
    )
  })
})

describe('which hosts are this machine', () => {
  it.each([
    ['localhost', true],
    ['LOCALHOST', true],
    ['api.localhost', true],
    ['localhost.', true],
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['[::1]', true],
    ['localhost.contoso.com', false],
    ['notlocalhost', false],
    ['10.0.0.1', false]
  ])('%s', (host, expected) => {
    assert.strictEqual(isLoopback(host), expected)
  })
})

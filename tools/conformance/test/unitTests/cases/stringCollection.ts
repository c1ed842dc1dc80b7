/** claims-transformation/stringCollection. */
import type { PolicyCases } from '../PolicyCase.ts'
import { initial, parameter } from '../policyTexts.ts'
import { as, listOf } from '../Statement.ts'

const folder = 'claims-transformation/stringCollection'

/** The two texts that a page asks for, as it shows them. */
const shown = listOf(initial('string1'), initial('string2'))

export const stringCollection: ReadonlyArray<PolicyCases> = [
  {
    policy: `${folder}/CT_AddItemToStringCollection.xml`,
    about: 'AddItemToStringCollection',
    cases: [
      {
        name: 'both, as shown',
        gives: { result: shown },
        token: { result: shown }
      },
      {
        name: 'equal ones once',
        enter: { string1: 'a', string2: 'a' },
        gives: { result: ['a'] },
        token: { result: ['a'] }
      },
      { name: 'equal but for their case', enter: { string1: 'a', string2: 'A' }, gives: { result: ['a', 'A'] } }
    ]
  },
  {
    policy: `${folder}/CT_AddParameterToStringCollection.xml`,
    about: 'AddParameterToStringCollection',
    cases: [
      {
        name: 'both parameters',
        gives: { result: listOf(parameter('AddString1', 'item'), parameter('AddString2', 'item')) },
        token: { result: listOf(parameter('AddString1', 'item'), parameter('AddString2', 'item')) }
      }
    ]
  },
  {
    policy: `${folder}/CT_GetSingleItemFromStringCollection.xml`,
    about: 'GetSingleItemFromStringCollection',
    cases: [
      {
        name: 'the first, as shown',
        gives: { result: as(initial('string1')), stringCollection1: shown }
      },
      {
        name: 'the first of one',
        enter: { string1: 'b', string2: 'b' },
        gives: { result: 'b', stringCollection1: ['b'] },
        shows: { result: 'b' }
      }
    ]
  },
  {
    policy: `${folder}/CT_StringCollectionContains.xml`,
    about: 'StringCollectionContains',
    cases: [
      {
        name: 'ignoring case',
        gives: { groups: listOf(parameter('AddGroup1', 'item'), parameter('AddGroup2', 'item')), result: true },
        token: { groups: listOf(parameter('AddGroup1', 'item'), parameter('AddGroup2', 'item')), result: true }
      }
    ]
  },
  {
    policy: `${folder}/CT_StringCollectionContainsClaim.xml`,
    about: 'StringCollectionContainsClaim',
    cases: [
      { name: 'the second, as shown', gives: { result: true, stringCollection1: shown } },
      {
        name: 'the first, ignoring case',
        enter: { stringToSearch: 'ABC' },
        gives: { result: true, stringCollection1: shown }
      },
      {
        name: 'a part of one',
        enter: { stringToSearch: 'ab' },
        gives: { result: false, stringCollection1: shown }
      }
    ]
  }
]

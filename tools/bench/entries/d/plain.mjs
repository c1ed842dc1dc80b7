/** The ten transformations without Effect: by hand, compiled, interpreted. */
import { INITIAL, POLICY_TRANSFORMS, TransformError, wrong } from '../../lib/transforms.mjs'

const opsPerRun = POLICY_TRANSFORMS.length
const entry = (name, fresh, runAll, read = (b) => (k) => b.get(k)) => ({
  name,
  sync: true,
  opsPerRun,
  setup() {
    const b = fresh()
    const e = runAll(b) ?? wrong(read(b))
    if (e) throw new Error(String(e))
  },
  run() {
    const b = fresh()
    runAll(b)
    return b
  }
})
const freshMap = () => new Map(INITIAL)

// 1. Floor: written by hand for exactly this policy.
const deRe = /^de(-|$)/
export const straight = entry('hand-written code over a Map (floor)', freshMap, (b) => {
  const email = b.get('signInName').toLowerCase()
  b.set('email', email)
  b.set('displayName', b.get('givenName') + ' ' + b.get('surname'))
  b.set('userPrincipalName', 'cpim_' + b.get('objectId') + '@tenant.example')
  b.set('sub', b.get('objectId'))
  const at = email.indexOf('@')
  const domain = at < 0 ? email : email.slice(at + 1)
  b.set('domain', domain)
  b.set('isInternal', domain.toLowerCase() === b.get('tenantDomain').toLowerCase())
  const mails = [...b.get('otherMails'), email]
  b.set('otherMails', mails)
  b.set('primaryMail', mails[0])
  const matched = deRe.test(b.get('ui_locales'))
  b.set('localeMatched', matched)
  if (matched) b.set('languageGroup', 'german')
  if (b.get('accountEnabled') !== true) throw new TransformError('AssertEnabled')
})

// 2. Compiled closures over a Map: names, parameters and regular expressions resolved at load time.
const input = (d, as) => d.inputs.find((x) => x.as === as).claim
const output = (d, as) => d.outputs.find((x) => x.as === as).claim
export const compileMap = (d) => {
  switch (d.method) {
    case 'ChangeCase': {
      const i = input(d, 'inputClaim1'),
        o = output(d, 'outputClaim')
      return d.params.toCase === 'LOWER'
        ? (b) => {
            b.set(o, b.get(i).toLowerCase())
          }
        : (b) => {
            b.set(o, b.get(i).toUpperCase())
          }
    }
    case 'FormatStringMultipleClaims': {
      const i = input(d, 'inputClaim1'),
        j = input(d, 'inputClaim2'),
        o = output(d, 'outputClaim')
      const [p, q, r] = d.params.stringFormat.split(/\{[01]\}/)
      return (b) => {
        b.set(o, p + b.get(i) + q + b.get(j) + r)
      }
    }
    case 'FormatStringClaim': {
      const i = input(d, 'inputClaim'),
        o = output(d, 'outputClaim')
      const [p, q] = d.params.stringFormat.split('{0}')
      return (b) => {
        b.set(o, p + b.get(i) + q)
      }
    }
    case 'CopyClaim': {
      const i = input(d, 'inputClaim'),
        o = output(d, 'outputClaim')
      return (b) => {
        b.set(o, b.get(i))
      }
    }
    case 'ParseDomain': {
      const i = input(d, 'emailAddress'),
        o = output(d, 'domain')
      return (b) => {
        const s = b.get(i)
        const at = s.indexOf('@')
        b.set(o, at < 0 ? s : s.slice(at + 1))
      }
    }
    case 'CompareClaims': {
      const i = input(d, 'inputClaim1'),
        j = input(d, 'inputClaim2'),
        o = output(d, 'outputClaim')
      const eq = d.params.operator === 'EQUAL'
      return d.params.ignoreCase === 'true'
        ? (b) => {
            b.set(o, (b.get(i).toLowerCase() === b.get(j).toLowerCase()) === eq)
          }
        : (b) => {
            b.set(o, (b.get(i) === b.get(j)) === eq)
          }
    }
    case 'AddItemToStringCollection': {
      const i = input(d, 'item'),
        j = input(d, 'collection'),
        o = output(d, 'collection')
      return (b) => {
        b.set(o, [...(b.get(j) ?? []), b.get(i)])
      }
    }
    case 'GetSingleItemFromStringCollection': {
      const i = input(d, 'collection'),
        o = output(d, 'extractedItem')
      return (b) => {
        b.set(o, b.get(i)[0])
      }
    }
    case 'SetClaimsIfRegexMatch': {
      const i = input(d, 'claimToMatch'),
        o = output(d, 'outputClaim'),
        r = output(d, 'regexCompareResultClaim')
      const re = new RegExp(d.params.matchTo),
        v = d.params.outputClaimIfMatched
      return (b) => {
        const m = re.test(b.get(i))
        b.set(r, m)
        if (m) b.set(o, v)
      }
    }
    case 'AssertBooleanClaimIsEqualToValue': {
      const i = input(d, 'inputClaim'),
        v = d.params.valueToCompareTo === 'true',
        id = d.id
      return (b) => {
        if (b.get(i) !== v) throw new TransformError(id)
      }
    }
  }
  throw new Error(d.method)
}
const planMap = POLICY_TRANSFORMS.map(compileMap)
export const closures = entry('compiled closures over a Map', freshMap, (b) => {
  for (let i = 0; i < planMap.length; i++) planMap[i](b)
})

// 3. Compiled closures over an array: every claim has a slot number given at load time.
const slots = new Map()
const slot = (name) => {
  let s = slots.get(name)
  if (s === undefined) slots.set(name, (s = slots.size))
  return s
}
for (const [k] of INITIAL) slot(k)
const compileSlots = (d) => {
  const I = (as) => slot(input(d, as)),
    O = (as) => slot(output(d, as))
  switch (d.method) {
    case 'ChangeCase': {
      const i = I('inputClaim1'),
        o = O('outputClaim')
      return (b) => {
        b[o] = b[i].toLowerCase()
      }
    }
    case 'FormatStringMultipleClaims': {
      const i = I('inputClaim1'),
        j = I('inputClaim2'),
        o = O('outputClaim')
      const [p, q, r] = d.params.stringFormat.split(/\{[01]\}/)
      return (b) => {
        b[o] = p + b[i] + q + b[j] + r
      }
    }
    case 'FormatStringClaim': {
      const i = I('inputClaim'),
        o = O('outputClaim')
      const [p, q] = d.params.stringFormat.split('{0}')
      return (b) => {
        b[o] = p + b[i] + q
      }
    }
    case 'CopyClaim': {
      const i = I('inputClaim'),
        o = O('outputClaim')
      return (b) => {
        b[o] = b[i]
      }
    }
    case 'ParseDomain': {
      const i = I('emailAddress'),
        o = O('domain')
      return (b) => {
        const s = b[i]
        const at = s.indexOf('@')
        b[o] = at < 0 ? s : s.slice(at + 1)
      }
    }
    case 'CompareClaims': {
      const i = I('inputClaim1'),
        j = I('inputClaim2'),
        o = O('outputClaim')
      return (b) => {
        b[o] = b[i].toLowerCase() === b[j].toLowerCase()
      }
    }
    case 'AddItemToStringCollection': {
      const i = I('item'),
        j = I('collection'),
        o = O('collection')
      return (b) => {
        b[o] = [...(b[j] ?? []), b[i]]
      }
    }
    case 'GetSingleItemFromStringCollection': {
      const i = I('collection'),
        o = O('extractedItem')
      return (b) => {
        b[o] = b[i][0]
      }
    }
    case 'SetClaimsIfRegexMatch': {
      const i = I('claimToMatch'),
        o = O('outputClaim'),
        r = O('regexCompareResultClaim')
      const re = new RegExp(d.params.matchTo),
        v = d.params.outputClaimIfMatched
      return (b) => {
        const m = re.test(b[i])
        b[r] = m
        if (m) b[o] = v
      }
    }
    case 'AssertBooleanClaimIsEqualToValue': {
      const i = I('inputClaim'),
        v = d.params.valueToCompareTo === 'true',
        id = d.id
      return (b) => {
        if (b[i] !== v) throw new TransformError(id)
      }
    }
  }
  throw new Error(d.method)
}
const planSlots = POLICY_TRANSFORMS.map(compileSlots)
const blank = Array.from({ length: slots.size }, () => undefined)
INITIAL.forEach(([k, v]) => {
  blank[slot(k)] = v
})
export const slotted = entry(
  'compiled closures over a slot array',
  () => blank.slice(),
  (b) => {
    for (let i = 0; i < planSlots.length; i++) planSlots[i](b)
  },
  (b) => (k) => b[slots.get(k)]
)

// 4. Interpreter without compilation: looks everything up again on every call.
const METHODS = {
  ChangeCase: (d, i, o) =>
    o('outputClaim', d.params.toCase === 'LOWER' ? i('inputClaim1').toLowerCase() : i('inputClaim1').toUpperCase()),
  FormatStringMultipleClaims: (d, i, o) =>
    o(
      'outputClaim',
      d.params.stringFormat.replace('{0}', () => i('inputClaim1')).replace('{1}', () => i('inputClaim2'))
    ),
  FormatStringClaim: (d, i, o) =>
    o(
      'outputClaim',
      d.params.stringFormat.replace('{0}', () => i('inputClaim'))
    ),
  CopyClaim: (_d, i, o) => o('outputClaim', i('inputClaim')),
  ParseDomain: (_d, i, o) => {
    const s = i('emailAddress')
    const at = s.indexOf('@')
    o('domain', at < 0 ? s : s.slice(at + 1))
  },
  CompareClaims: (d, i, o) => {
    let a = i('inputClaim1'),
      b = i('inputClaim2')
    if (d.params.ignoreCase === 'true') {
      a = a.toLowerCase()
      b = b.toLowerCase()
    }
    o('outputClaim', (a === b) === (d.params.operator === 'EQUAL'))
  },
  AddItemToStringCollection: (_d, i, o) => o('collection', [...(i('collection') ?? []), i('item')]),
  GetSingleItemFromStringCollection: (_d, i, o) => o('extractedItem', i('collection')[0]),
  SetClaimsIfRegexMatch: (d, i, o) => {
    const m = new RegExp(d.params.matchTo).test(i('claimToMatch'))
    o('regexCompareResultClaim', m)
    if (m) o('outputClaim', d.params.outputClaimIfMatched)
  },
  AssertBooleanClaimIsEqualToValue: (d, i) => {
    if (i('inputClaim') !== (d.params.valueToCompareTo === 'true')) throw new TransformError(d.id)
  }
}
export const interpretOne = (d, get, set) =>
  METHODS[d.method](
    d,
    (as) => get(d.inputs.find((x) => x.as === as).claim),
    (as, v) => set(d.outputs.find((x) => x.as === as).claim, v)
  )
export const interpreted = entry('plain interpreter over a Map (no compilation)', freshMap, (b) => {
  const get = (k) => b.get(k),
    set = (k, v) => b.set(k, v)
  for (const d of POLICY_TRANSFORMS) interpretOne(d, get, set)
})
// The bag alone, to see how much of the numbers above is `new Map(initial)`.
export const bag_only = {
  name: '(a fresh Map of 10 claims, no transformation)',
  sync: true,
  opsPerRun,
  run: () => freshMap()
}

import { expect, test } from 'vitest'
import { cyclonedx } from '../../src/collect/cyclonedx.js'
import { fixture } from './fixture.js'

// Three entries and two nested ones; two models, one of them nested; two without a version, one of them with an empty one. 01:30 at +02:00 is the day before in UTC.
test('counts the components at every level', () => {
  expect(cyclonedx.collect(fixture('cyclonedx.json'))).toEqual({ metrics: { components: 5, 'components-without-version': 2, models: 2 }, version: '1.6', collected: '2026-09-09' })
})

test('a bill without components lists none', () => {
  expect(cyclonedx.collect('{"bomFormat": "CycloneDX", "specVersion": "1.7"}')).toEqual({ metrics: { components: 0, 'components-without-version': 0, models: 0 }, version: '1.7' })
})

test('reads a bill that is nested ten thousand levels deep', () => {
  const deep = `{"bomFormat":"CycloneDX","components":[${'{"components":['.repeat(10_000)}${']}'.repeat(10_000)}]}`
  expect(cyclonedx.collect(deep)).toMatchObject({ metrics: { components: 10_000 } })
})

test.each([['{"spdxVersion": "SPDX-2.3"}'], ['<bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>'], ['{"bomFormat": "CycloneDX", "components": ["model"]}']])('reads nothing from %s', (text) => {
  expect(cyclonedx.collect(text)).toHaveProperty('problem')
})

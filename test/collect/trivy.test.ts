import { expect, test } from 'vitest'
import { trivy } from '../../src/collect/trivy.js'
import { fixture } from './fixture.js'

const report = (...results: readonly object[]): string => JSON.stringify({ SchemaVersion: 2, Results: results })

// Critical: CVE-2026-0001, and CVE-2026-0004 at two places; the suppressed one is not open. High: CVE-2026-0002 in two packages, one of them listed twice.
test('counts each vulnerability of a package at a place once', () => {
  expect(trivy.collect(fixture('trivy.json'))).toEqual({ metrics: { 'open-critical': 3, 'open-high': 2 }, version: '0.66.0', collected: '2026-09-10' })
})

test('the same vulnerability in two lock files is two findings', () => {
  const Vulnerabilities = [{ VulnerabilityID: 'CVE-2026-0001', PkgName: 'p', InstalledVersion: '1', Severity: 'HIGH' }]
  expect(trivy.collect(report({ Target: 'a/uv.lock', Vulnerabilities }, { Target: 'b/uv.lock', Vulnerabilities }))).toEqual({ metrics: { 'open-critical': 0, 'open-high': 2 } })
})

test('gives zero where packages were scanned and none is vulnerable', () => {
  expect(trivy.collect(report({ Target: 'alpine', Class: 'os-pkgs' }))).toEqual({ metrics: { 'open-critical': 0, 'open-high': 0 } })
})

test.each([['no result', []], ['misconfigurations only', [{ Target: 'Dockerfile', Class: 'config' }]]])('reads nothing from a scan with %s', (_, results) => {
  expect(trivy.collect(report(...results))).toEqual({ problem: 'The report shows no package that was scanned, so that no vulnerability is no finding.' })
})

test('reads nothing when a vulnerability has no severity', () => {
  expect(trivy.collect(report({ Target: 'alpine', Vulnerabilities: [{ VulnerabilityID: 'CVE-2026-0001' }] }))).toEqual({ problem: 'A vulnerability of `alpine` has no severity.' })
})

test('reads nothing from a report of a cluster or of an older schema', () => {
  expect(trivy.collect('{"ClusterName": "c", "Resources": []}')).toHaveProperty('problem')
  expect(trivy.collect('[{"Target": "alpine", "Vulnerabilities": null}]')).toHaveProperty('problem')
})

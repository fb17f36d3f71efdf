import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderAll } from '../golden/render-documents.js'

const EXECUTABLE = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type AxeResult = { readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]; readonly passes: readonly unknown[] }

if (EXECUTABLE === undefined) {
  test('NOT CHECKED: there is no Chromium here (apt-get install chromium, or name one in CHROMIUM), so no page was opened', () => {
    console.warn('There is no Chromium here: the HTML documents were not opened in a browser. Install it (apt-get install chromium), or name one in CHROMIUM.')
    expect(EXECUTABLE).toBeUndefined()
  })
}

describe.runIf(EXECUTABLE !== undefined)('in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-html-'))
  const pages: string[] = []
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({ ...(EXECUTABLE !== undefined && { executablePath: EXECUTABLE }), args: ['--no-sandbox'] })
    for (const { file, bytes } of await renderAll()) {
      if (!file.endsWith('.html')) continue
      const name = file.replaceAll('/', '-')
      writeFileSync(join(folder, name), bytes)
      pages.push(name)
    }
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Opens a page, and keeps what it asked for and what went wrong. */
  async function open(name: string, options: BrowserContextOptions = {}): Promise<{ readonly page: Page; readonly requests: readonly string[]; readonly faults: readonly string[]; readonly close: () => Promise<void> }> {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const [requests, faults]: [string[], string[]] = [[], []]
    page.on('request', (request) => void requests.push(request.url()))
    page.on('pageerror', (error) => void faults.push(String(error)))
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()) })
    await page.goto(pathToFileURL(join(folder, name)).href)
    return { page, requests, faults, close: () => context.close() }
  }

  test('every document asks for nothing but itself, and nothing goes wrong in it', async () => {
    expect(pages.length).toBeGreaterThan(15)
    for (const name of pages) {
      const { requests, faults, close } = await open(name)
      expect(requests, name).toEqual([pathToFileURL(join(folder, name)).href])
      expect(faults, name).toEqual([])
      await close()
    }
  }, 120_000)

  test.each(['light', 'dark'] as const)('axe finds nothing wrong with any document, %s', async (colorScheme) => {
    // All pages have one style sheet, so that in the dark a few stand for all.
    for (const name of colorScheme === 'light' ? pages : pages.filter((page) => /^(gap-assistant|soa|cyber-ai-profile|impact-assistant)\.html$/.test(page))) {
      const { page, close } = await open(name, { colorScheme })
      await page.evaluate(AXE)
      const result = await page.evaluate(async () => (await (globalThis as unknown as { axe: { run: (options: object) => Promise<unknown> } }).axe.run({ resultTypes: ['violations', 'passes'] }))) as AxeResult // what axe returns
      expect(result.violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(result.passes.length, name).toBeGreaterThan(15)
      await close()
    }
  }, 300_000)

  test('the filter keeps the rows that hold every word, and says how many', async () => {
    const { page, close } = await open('evidence.html')
    const rows = page.locator('#evidence-register tbody tr')
    const all = await rows.count()
    await page.getByRole('searchbox', { name: /Evidence register/ }).fill('assistant red-team')
    expect(await rows.filter({ visible: true }).count()).toBe(2)
    expect(await page.locator('output').first().textContent()).toBe(`2 of ${all} rows`)
    await page.getByRole('searchbox', { name: /Evidence register/ }).fill('')
    expect(await rows.filter({ visible: true }).count()).toBe(all)
    await close()
  })

  test('without scripts every row is there, and no filter', async () => {
    const { page, close } = await open('evidence.html', { javaScriptEnabled: false })
    expect(await page.locator('.filter').count()).toBe(0)
    expect(await page.locator('#evidence-register tbody tr').filter({ visible: true }).count()).toBeGreaterThan(5)
    await close()
  })

  test('every link in a document leads to something in it', async () => {
    for (const name of pages) {
      const { page, close } = await open(name, { javaScriptEnabled: false })
      const dead = await page.locator('a[href^="#"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? '').filter((id) => document.getElementById(decodeURIComponent(id)) === null))
      expect(dead, name).toEqual([])
      await close()
    }
  }, 60_000)

  test('the draft status stands on every printed page', async () => {
    const { page, close } = await open('cyber-ai-profile-assistant.html')
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(10_000)
    const style = await page.locator('head style').evaluate((node) => node.textContent ?? '')
    expect(style).toMatch(/@top-right \{ content: "Cyber AI Profile [^"]*draft\. What it says may change before it is final\."/)
    expect(await page.locator('.notice').textContent()).toContain('draft')
    await close()
  })

  test('nothing is wider than the window but what scrolls in a region of its own', async () => {
    const { page, close } = await open('poam-assistant.html', { viewport: { width: 800, height: 600 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
    await close()
  })
})

import { expect, test, vi } from 'vitest'
import { bodyOf, named, picturesOf, tablesOf } from '../golden/docx-reader.js'
import { report, WORLD } from '../golden/render-documents.js'

vi.mock('@resvg/resvg-js', () => { throw new Error('Cannot find a native binding.') })

test('where no picture can be made, a Word document is written without its charts, and it is said once', async () => {
  const { exit, err, files } = await report(['gap', 'assistant', '--format', 'docx,html', '--output', '/out'], WORLD)
  expect(exit).toBe(0)
  expect(err.match(/No charts are in Word documents, because this machine cannot make pictures of them: .*\nTheir figures are there as tables\. To have both, install muster with its optional dependencies\.\n/g)?.length).toBe(1)
  expect(files.map(({ file }) => file)).toEqual(['gap-assistant.html', 'gap-assistant.docx'])
  const [html = '', word = ''] = files.map(({ bytes }) => bytes)
  expect(String(html)).toContain('<figure class="chart" id="chart-posture">')
  expect(Object.keys(picturesOf(word))).toEqual([])
  expect(named(bodyOf(word), 'w:drawing')).toEqual([])
  expect(tablesOf(word).map(({ caption }) => caption)).toContain('Elements by state')
}, 60_000)

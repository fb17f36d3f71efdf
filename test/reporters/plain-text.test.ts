import { expect, test } from 'vitest'
import { plainLine, plainText } from '../../src/reporters/plain-text.js'

test('every character is replaced by one', () => {
  const text = 'a\u001b\u202e\ud83d\tb\n##[c]##vso[d]🦉'
  expect(plainText(text)).toBe('a\ufffd\ufffd\ufffd\tb\n#\ufffd[c]#\ufffdvso[d]🦉')
  expect(plainText(text)).toHaveLength(text.length)
})

test('a whole pair and a heading of Markdown stay', () => {
  expect(plainText('🦉 ## Title [x]')).toBe('🦉 ## Title [x]')
})

test.each([['a\nb', 'a b'], ['a  \n\n\n  b', 'a b'], ['a\tb', 'a b'], ['  a  b  ', 'a  b'], ['::error::a', '\ufffd:error::a'], ['\n \t::a', '\ufffd:a'], ['a ::b', 'a ::b']])('%j on one line is %j', (text, line) => {
  expect(plainLine(text)).toBe(line)
})

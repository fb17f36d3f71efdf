import { strFromU8, strToU8 } from 'fflate'
import { rewritePackage } from '../rewrite-package.js'
import { unmask } from './safe-string.js'

/** The package of a workbook with its strings as they are to be read. */
export const fixedPackage = (bytes: Uint8Array): Uint8Array => rewritePackage(bytes, (name, content) => [name === 'xl/sharedStrings.xml' ? strToU8(unmask(strFromU8(content))) : content])

// A forge turns these into a mention, a reference or a link after Markdown is done, so that no escape keeps it; a comment in between does.
const REFERENCE = /(?<![\p{L}\p{N}_]\\?)([@#!])(?=[\p{L}\p{N}_])/gu
const ADDRESS = /\b(https?|ftp|mailto|javascript|data|file|xmpp)(\\?:)(?=\S)/giu
const WWW = /\b(www)(\\?\.)(?=\S)/giu

/** Escaped Markdown text that pings nobody and links nowhere on a forge. */
export const quietText = (escaped: string): string =>
  escaped.replace(REFERENCE, '$1<!-- -->').replace(ADDRESS, '$1<!-- -->$2').replace(WWW, '$1<!-- -->$2')

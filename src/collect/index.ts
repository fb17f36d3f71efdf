import { codeql } from './codeql.js'
import type { Collector } from './collector.js'
import { cyclonedx } from './cyclonedx.js'
import { garak } from './garak.js'
import { inspect } from './inspect.js'
import { promptfoo } from './promptfoo.js'
import { trivy } from './trivy.js'

/** All collectors, sorted by tool. */
export const collectors: readonly Collector[] = [codeql, cyclonedx, garak, inspect, promptfoo, trivy]

const byTool: ReadonlyMap<string, Collector> = new Map(collectors.map((collector) => [collector.tool, collector]))

/** The collector of a tool, by its name in `source.tool`; undefined when there is none. */
export const collectorFor = (tool: string): Collector | undefined => byTool.get(tool)

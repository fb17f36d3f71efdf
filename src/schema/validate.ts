// The compiled validators are written by the build from input/*.schema.json; this file gives them a type.
import type { Adoption, Application, Catalog, Config, Control, ControlExamples, EditionFrom, EvidenceFile, EvidenceType, Framework, Mapping, MappingReviews, OfficialText, PublishedCrosswalk, Tailoring } from './types.js'
import * as compiled from './validators.generated.js'

/** One shape error as ajv reports it. */
export type ShapeError = {
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Types by kind of document. */
export type KindTypes = {
  readonly config: Config
  readonly application: Application
  readonly evidence: EvidenceFile
  readonly adoption: Adoption
  readonly tailoring: Tailoring
  readonly catalog: Catalog
  readonly control: Control
  readonly examples: ControlExamples
  readonly 'evidence-type': EvidenceType
  readonly framework: Framework
  readonly mapping: Mapping
  readonly 'edition-from': EditionFrom
  readonly 'published-crosswalk': PublishedCrosswalk
  readonly 'mapping-reviews': MappingReviews
  readonly 'official-text': OfficialText
}

type Compiled = { (value: unknown): boolean; errors?: readonly ShapeError[] | null }

const VALIDATORS: Readonly<Record<keyof KindTypes, Compiled>> = {
  'config': compiled.config, 'application': compiled.application, 'evidence': compiled.evidence, 'adoption': compiled.adoption, 'tailoring': compiled.tailoring, 'catalog': compiled.catalog,
  'control': compiled.control, 'examples': compiled.examples, 'evidence-type': compiled.evidence_type, 'framework': compiled.framework, 'mapping': compiled.mapping,
  'edition-from': compiled.edition_from, 'published-crosswalk': compiled.published_crosswalk, 'mapping-reviews': compiled.mapping_reviews, 'official-text': compiled.official_text,
}

/** The shape errors of a value, none when it has the shape of its kind. */
export function shapeErrors(kind: keyof KindTypes, value: unknown): readonly ShapeError[] {
  const validate = VALIDATORS[kind]
  return validate(value) ? [] : (validate.errors ?? [])
}

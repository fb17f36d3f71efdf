import { commentWorkflow } from './comment-workflow.js'
import type { NewFile } from './new-file.js'
import { CHECKOUT, SETUP_NODE } from './pinned-actions.js'

// What a change is compared with is its target branch; on any other event everything is checked.
const GITHUB = `name: muster
on:
  pull_request:
  push:
    branches: [main]
  schedule:
    - cron: "17 5 * * 1" # evidence expires without anybody's change
# No more than that: this runs what a pull request contains, that of a fork too.
permissions:
  contents: read
jobs:
  muster:
    runs-on: ubuntu-latest
    steps:
      - uses: ${CHECKOUT}
        with:
          fetch-depth: 0 # a change is compared with the commit at which it left its target
          persist-credentials: false
      - uses: ${SETUP_NODE}
        with:
          node-version: 22
          cache: npm
      - run: npm ci --ignore-scripts
      - if: github.base_ref != ''
        run: npx --no-install passmuster validate --changed-since "origin/$GITHUB_BASE_REF" --format github
      - if: github.base_ref == ''
        run: npx --no-install passmuster validate --format github
      - if: always() && github.base_ref != ''
        run: |
          npx --no-install passmuster gap --against "origin/$GITHUB_BASE_REF" --format markdown >> "$GITHUB_STEP_SUMMARY"
      - if: always() && github.base_ref == ''
        run: |
          npx --no-install passmuster gap --fail-on never --format markdown >> "$GITHUB_STEP_SUMMARY"
`

const GITLAB = `muster:
  image: node:22
  variables:
    GIT_DEPTH: "0" # a change is compared with the commit at which it left its target
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE == "schedule"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - npm ci --ignore-scripts
    - |
      if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ]; then
        npx --no-install passmuster gap --against "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --format text --format markdown=muster.md || failed=1
        npx --no-install passmuster validate --changed-since "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --format text --format gitlab=muster.json || failed=1
        exit "\${failed:-0}"
      fi
    - npx --no-install passmuster gap --fail-on never --format text --format markdown=muster.md
    - npx --no-install passmuster validate --format text --format gitlab=muster.json
  artifacts:
    when: always
    expose_as: muster
    paths: [muster.md]
    reports:
      codequality: muster.json
`

const PRE_COMMIT = `# pip install pre-commit && pre-commit install
repos:
  - repo: local
    hooks:
      - id: muster-validate
        name: muster validate
        language: system
        entry: npx --no-install passmuster validate
        pass_filenames: false
        files: ^(muster|tailoring)\\.yaml$|^(adoption|applications|controls|frameworks)/
`

/** What checks every change: on GitHub, on GitLab, and before a commit. */
export const ciFiles = (): readonly NewFile[] => [
  { path: '.github/workflows/muster.yml', text: GITHUB },
  commentWorkflow,
  { path: '.gitlab-ci.yml', text: GITLAB },
  { path: '.pre-commit-config.yaml', text: PRE_COMMIT },
]

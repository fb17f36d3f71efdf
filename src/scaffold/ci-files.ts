import type { NewFile } from './new-file.js'

// Pinned by commit: a tag can be moved to other code.
const CHECKOUT = 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2'
const SETUP_NODE = 'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0'

const GITHUB = `name: muster
on:
  pull_request:
  push:
    branches: [main]
  schedule:
    - cron: "17 5 * * 1" # evidence expires without anybody's change
permissions:
  contents: read
jobs:
  muster:
    runs-on: ubuntu-latest
    steps:
      - uses: ${CHECKOUT}
        with:
          persist-credentials: false
      - uses: ${SETUP_NODE}
        with:
          node-version: 22
          cache: npm
      - run: npm ci --ignore-scripts
      - run: npx --no-install passmuster validate --format github
      - if: always()
        run: |
          { echo '\`\`\`text'; npx --no-install passmuster gap --fail-on never; echo '\`\`\`'; } >> "$GITHUB_STEP_SUMMARY"
`

const GITLAB = `muster:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE == "schedule"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - npm ci --ignore-scripts
    - npx --no-install passmuster validate
    - npx --no-install passmuster gap --fail-on never
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
  { path: '.gitlab-ci.yml', text: GITLAB },
  { path: '.pre-commit-config.yaml', text: PRE_COMMIT },
]

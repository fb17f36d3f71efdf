import type { NewFile } from './new-file.js'
import { CHECKOUT, DOWNLOAD_ARTIFACT, SETUP_NODE, UPLOAD_ARTIFACT } from './pinned-actions.js'

// Two jobs, so that the token that may write is never where a stranger's files are, and so that a pull request cannot say what is written about it.
const TEXT = `name: muster comment
# Read from the target branch, so that a pull request cannot change it.
on:
  pull_request_target:
permissions: {}
concurrency:
  group: muster-comment-\${{ github.event.pull_request.number }}
  cancel-in-progress: true
jobs:
  # Reads the pull request, with the muster of the target branch. May write nothing.
  compare:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: ${CHECKOUT}
        with:
          path: base
          persist-credentials: false
      - uses: ${CHECKOUT}
        with:
          path: change
          ref: refs/pull/\${{ github.event.pull_request.number }}/head
          fetch-depth: 0
          persist-credentials: false
      - uses: ${SETUP_NODE}
        with:
          node-version: 22 # and no cache, which jobs that run the pull request's own files share
      - working-directory: base
        run: npm ci --ignore-scripts
      # From here on files of the pull request are read, and none is run. muster.yaml is named, for without it that of the target branch would be found.
      - working-directory: base
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
        run: |
          npx --no-install passmuster gap -C ../change --config muster.yaml --against "$BASE" --fail-on never --format markdown > "$RUNNER_TEMP/muster.md" || [ -s "$RUNNER_TEMP/muster.md" ]
      - uses: ${UPLOAD_ARTIFACT}
        with:
          name: muster-comment
          path: \${{ runner.temp }}/muster.md
          retention-days: 1
  # Writes the text, and sees nothing else of the pull request.
  comment:
    needs: compare
    runs-on: ubuntu-latest
    permissions:
      pull-requests: write
    steps:
      - uses: ${DOWNLOAD_ARTIFACT}
        with:
          name: muster-comment
      - env:
          GH_TOKEN: \${{ github.token }}
          NUMBER: \${{ github.event.pull_request.number }}
        run: |
          mark='<!-- muster -->'
          comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
          own=$(gh api "$comments" --paginate --jq ".[] | select(.user.login == \\"github-actions[bot]\\" and (.body | startswith(\\"$mark\\"))) | .id")
          own=\${own%%$'\\n'*}
          jq -n --arg mark "$mark" --rawfile text muster.md '{ body: ($mark + "\\n" + $text) }' > body.json
          if [ -n "$own" ]; then
            gh api -X PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$own" --input body.json --silent
          else
            gh api -X POST "$comments" --input body.json --silent
          fi
`

/** The workflow that comments on a pull request on GitHub. */
export const commentWorkflow: NewFile = { path: '.github/workflows/muster-comment.yml', text: TEXT }

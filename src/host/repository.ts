import type { Host } from './host.js'

/** A revision as git knows it. */
export type Revision = {
  /** As it was asked for: `HEAD`, `main~3`, a tag, a commit. */
  readonly name: string
  readonly commit: string
  readonly tree: string
  /** Day of the commit in UTC, `2026-11-21`. */
  readonly date: string
  readonly parents: readonly string[]
}

/** Why git cannot give what was asked for. `about` is the folder or the revision. */
export type GitRefusal = {
  readonly refused:
    /** There is no program `git`. */
    | 'no-git'
    | 'not-a-repository'
    /** Git itself refuses to read it, for instance because it belongs to somebody else; `detail` is what git says. */
    | 'git-refuses'
    /** The repository has no commit yet. */
    | 'no-commit'
    | 'unknown-revision'
    | 'ambiguous-revision'
    /** Not found, in a clone that leaves out older commits. */
    | 'shallow'
    /** The same for what two revisions have in common. */
    | 'shallow-history'
    | 'no-merge-base'
    /** A git bundle that is none, or whose bytes were changed. */
    | 'damaged-bundle'
  readonly about: string
  readonly detail?: string
}

/** A file that differs between a revision and the working tree. A renamed file is one deleted and one added. */
export type ChangedFile = {
  /** Relative to the top folder of the repository. */
  readonly path: string
  readonly change: 'added' | 'modified' | 'deleted'
}

/** A line that a commit added. */
export type AddedLine = {
  /** Day of the commit in UTC. */
  readonly date: string
  /** The file, relative to the top folder of the repository. */
  readonly path: string
  readonly text: string
}

/** The part of a host that reads files. Paths are absolute, as in the working tree. */
export type FileReading = Pick<Host, 'list' | 'folders' | 'readTexts' | 'digests' | 'findUp'>

/** Where a folder of a revision is to stand for the reader: at the absolute path `at`. */
export type Placement = { readonly folder: string; readonly at: string }

/** A commit that brought a line. */
export type LineCommit = {
  readonly commit: string
  /** Address of its author, as it states it: no `.mailmap` has a say. */
  readonly author: string
  /** Path of the file in it, from the top folder. */
  readonly path: string
  /** Whether commits before it are left out of this clone, so that the line may come from one of them. */
  readonly cut: boolean
}

/** What git makes of the signature of a commit. `unknown`: there is one that cannot be checked here, or whose key nobody vouches for. */
export type Signature = { readonly state: 'none' | 'good' | 'bad' | 'expired' | 'unknown'; /** Address of the key, where it is good. */ readonly signer?: string }

/** A git repository or a git bundle, read and never changed. Nothing that stands in it is executed. */
export type Repository = {
  /** Absolute path of the top folder of the working tree; of a bundle, which has none, of the file. */
  readonly top: string
  /** Whether older commits were left out when it was cloned. */
  readonly isShallow: () => Promise<boolean>
  readonly revision: (name: string) => Promise<Revision | GitRefusal>
  /** Whether a tree is still here, which it may be when its commit is not. */
  readonly hasTree: (tree: string) => Promise<boolean>
  /** Address of the person at work, as git knows it. */
  readonly userEmail: () => Promise<string | undefined>
  /** The last revision that two have in common. */
  readonly mergeBase: (a: Revision, b: Revision) => Promise<Revision | GitRefusal>
  /** What differs between the working tree and the last revision that a name and what is checked out have in common; as `mergeBase` and `changedFiles`, and sooner than one after the other. */
  readonly changeSince: (name: string, below?: string) => Promise<{ readonly base: Revision; readonly files: readonly ChangedFile[] } | GitRefusal>
  /** The files of a revision, read as if they stood in the working tree, or with one folder of it elsewhere. */
  readonly filesAt: (revision: Pick<Revision, 'tree'>, placed?: Placement) => FileReading
  /** What differs between a revision and the working tree, untracked files included and ignored ones not, sorted by path. */
  readonly changedFiles: (revision: Revision, below?: string) => Promise<readonly ChangedFile[]>
  /** Tells every line that a revision or one before it added below a path and that has some words, older commits first. */
  readonly addedLines: (revision: Pick<Revision, 'commit'>, below: string, words: string, tell: (line: AddedLine) => void) => Promise<void>
  /** The commits that brought the lines of a file, by number from 1; lines that were not committed are left out. The text is that of the working tree, or the file is that of a revision. Lines are followed through a renamed file and never from elsewhere: a copied line belongs to who copied it. */
  readonly linesOf: (path: string, from: { readonly text: string } | { readonly at: Revision }) => Promise<ReadonlyMap<number, LineCommit> | GitRefusal>
  /** What git makes of the signatures of commits, with the keys in a file or those that it is configured with. */
  readonly signaturesOf: (commits: readonly string[], allowedSigners?: string) => Promise<ReadonlyMap<string, Signature>>
  /** The commits of a revision that another does not hold. */
  readonly commitsSince: (since: Revision, at: Revision) => Promise<ReadonlySet<string>>
  /** Whether a commit is another, or comes before it. */
  readonly isBefore: (commit: string, other: string) => Promise<boolean>
  /** Lets go of what reading a bundle took: it is unpacked into a folder of its own. */
  readonly close: () => Promise<void>
}

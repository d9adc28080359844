/**
 * Is a system that left the file only called otherwise now? A shared link proposes it, a person confirms it.
 */
import type { FrownError } from '../../shared/index.ts'
import { sameValue } from '../changes.ts'
import type { SystemId } from '../claim.ts'
import type { Day } from '../day.ts'
import type { EpochRecord } from './epoch-file.ts'

/** A system of the register that no row of the file names. */
export interface GoneSystem {
  readonly id: SystemId
  readonly name: string
  readonly formerNames: ReadonlySet<string>
  readonly link: string | null
  readonly releasedOn: Day | null
  readonly trainingComputeFlop: number | null
}

export interface RenameCandidate {
  readonly name: string
  readonly sameDay: boolean
  /** Both computes are known and equal. */
  readonly sameCompute: boolean
  /** The system had this very name before. */
  readonly formerName: boolean
}

export interface RenameProposal {
  readonly kind: 'rename' | 'split'
  readonly from: string
  /** Likeliest first. */
  readonly to: readonly RenameCandidate[]
}

/** Who of the gone may be among the new, by name in alphabetical order. */
export function renameProposals(gone: readonly GoneSystem[], fresh: readonly EpochRecord[]): RenameProposal[] {
  const byLink = new Map<string, EpochRecord[]>()
  for (const record of fresh)
    for (const key of new Set(record.links.map(linkKey))) byLink.set(key, [...(byLink.get(key) ?? []), record])
  return gone
    .flatMap((system): RenameProposal[] => {
      const linked = system.link === null ? [] : (byLink.get(linkKey(system.link)) ?? [])
      const renamedBack = fresh.filter(record => system.formerNames.has(record.name) && !linked.includes(record))
      const to = [...linked, ...renamedBack].map(record => candidate(system, record)).sort(likeliestFirst)
      return to.length === 0 ? [] : [{ kind: linked.length > 1 ? 'split' : 'rename', from: system.name, to }]
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}

const candidate = (system: GoneSystem, record: EpochRecord): RenameCandidate => ({
  name: record.name,
  sameDay: system.releasedOn === record.releasedOn,
  sameCompute: system.trainingComputeFlop !== null && sameValue(system.trainingComputeFlop, record.trainingComputeFlop),
  formerName: system.formerNames.has(record.name)
})

const rank = (to: RenameCandidate): number => (to.formerName ? 4 : 0) + (to.sameDay ? 2 : 0) + (to.sameCompute ? 1 : 0)
const likeliestFirst = (a: RenameCandidate, b: RenameCandidate): number =>
  rank(b) - rank(a) || (a.name < b.name ? -1 : 1)

/** Two spellings of one address: scheme, www, version and format of an arXiv paper, fragment and final slash are left out. */
export function linkKey(link: string): string {
  const bare = link
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/[/.]+$/, '')
  const paper = /^(?:export\.)?arxiv\.org\/(?:abs|pdf|html)\/(.+?)(?:v\d+)?(?:\.pdf)?$/.exec(bare)
  return paper ? `arxiv:${paper[1]}` : bare
}

export function unconfirmedRenames(proposals: readonly RenameProposal[]): FrownError {
  const described = proposals.map(({ kind, from, to }) => {
    const names = to.map(({ name, sameDay, sameCompute }) => {
      const alike = [sameDay ? 'same day' : null, sameCompute ? 'same compute' : null].filter(Boolean).join(', ')
      return `"${name}"${alike ? ` (${alike})` : ''}`
    })
    return `"${from}" is no longer in the file, and ${kind === 'split' ? 'these share' : 'this shares'} its link: ${names.join(', ')}`
  })
  const remedies = proposals.map(({ from, to }) => {
    const [first, ...others] = to
    const sameRun = others.find(other => other.sameCompute && first?.sameCompute)
    const also =
      sameRun && first ? `, with --same-run "${sameRun.name}=${first.name}" if one training run made both` : ''
    return `--rename "${from}=${first?.name}"${also}, or --not-renamed "${from}"`
  })
  return {
    code: 'import/unconfirmed-renames',
    detail: `${described.join('. ')}.`,
    place: 'column Model',
    remedy: `Say for each whether it is the same system: ${remedies.join('; ')}.`
  }
}

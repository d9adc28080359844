/**
 * What else would move if this were written: the largest known runs, and how fast compute grows?
 */
import type { GroupId } from '../claim.ts'
import type { Day } from '../day.ts'
import { frontier, largestRun } from '../frontier.ts'
import { fitTrend, trendRuns } from '../trend.ts'
import type { RegisterView } from '../view.ts'

/** Where the trend that pages show begins. */
const trendFrom = '2010-01-01' as Day

export interface Move {
  /** In FLOP, the growth as a factor; null: not known. */
  readonly of: 'groupLargestRun' | 'fieldLargestRun' | 'growthPerYear'
  readonly groupId: GroupId | null
  readonly before: number | null
  readonly after: number | null
}

/** Only what moves, of the field and of the groups that developed what changed. */
export function moves(before: RegisterView, after: RegisterView, groups: Iterable<GroupId>): Move[] {
  const both = (of: Move['of'], read: (view: RegisterView) => number | null, groupId: GroupId | null = null): Move => ({
    of,
    groupId,
    before: read(before),
    after: read(after)
  })
  return [
    ...[...new Set(groups)].map(id => both('groupLargestRun', view => largestRun(view, id).lowFlop, id)),
    both('fieldLargestRun', view => frontier(view).at(-1)?.computeFlop.value ?? null),
    both('growthPerYear', view => {
      const trend = fitTrend(trendRuns(view, { from: trendFrom }))
      return trend.ok ? trend.value.growthPerYear.value : null
    })
  ].filter(move => move.before !== move.after)
}

/**
 * The leaves that claims make in the log, each with salts of its own.
 */
import { randomBytes } from 'node:crypto'
import { type Claim, claimEntry } from '@frown/core/register'
import type { NewLeaf } from '../log/leaves.ts'

const saltBytes = 16
const newSalt = () => randomBytes(saltBytes).toString('hex')

export const leavesOf = (claims: readonly Claim[], enteredBy?: string): NewLeaf[] =>
  claims.map(claim => {
    const salt = newSalt()
    const by = enteredBy === undefined ? null : { salt: newSalt(), account: enteredBy }
    return {
      leaf: claimEntry(claim, salt, by),
      claim_id: claim.id,
      salt,
      entered_by: by?.account ?? null,
      entered_by_salt: by?.salt ?? null
    }
  })

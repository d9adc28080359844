export { type AuditedLog, type AuditOptions, type AuditResult, auditLog } from './audit.ts'
export type { AuditFault, FaultKind } from './audit-fault.ts'
export { demandEntry, entryLimitBytes, formatBundle, parseBundle } from './bundle.ts'
export {
  type Checkpoint,
  formatCheckpoint,
  type OpenCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint
} from './checkpoint.ts'
export {
  type Algorithm,
  formatSigningKey,
  formatVerifierKey,
  isKeyName,
  makeSigningKey,
  parseSigningKey,
  parseVerifierKey,
  type SigningKey,
  type VerifierKey,
  verifierKeyOf
} from './key.ts'
export { fileLimitBytes, type ReadFile } from './log-files.ts'
export { emptyRoot, type Hash, leafHash, nodeHash } from './merkle.ts'
export { MerkleTree } from './merkle-tree.ts'
export { formatNote, type Note, type OpenNote, openNote, parseNote, type Signer } from './note.ts'
export type { Outcome } from './outcome.ts'
export { verifyConsistency, verifyInclusion } from './proof.ts'
export { cosign, cosignedAtSeconds, type Signature, sign, verifySignature } from './signature.ts'
export { parseTilePath, type Tile, textsPath, tileBytes, tilePath, tilesOf, tileWidth } from './tiles.ts'

export type { Brand } from './brand.ts'
export { type ErrorCode, errorCodes, type FrownError } from './errors.ts'
export { fail, ok, type Result } from './result.ts'

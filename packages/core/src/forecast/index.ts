export { type Extended, extended, type Quantiles, quantile, quantilesOf } from './quantiles.ts'
export { type Asked, partOf, type Tools } from './question.ts'

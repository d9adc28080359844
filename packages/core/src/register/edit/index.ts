export type { Edit, EditChange, EditKind, EditPlan, NewSubject, Person, WrittenSource } from './edit.ts'
export { planEdit } from './plan-edit.ts'
export { neededOf } from './plan-subject.ts'
export { editsOpenTo } from './who-may.ts'

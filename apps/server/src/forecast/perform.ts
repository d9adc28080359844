/**
 * What a job of each kind computes: the answer to its question, with what it rests on.
 */
import { type Asked, answerQuestion, type Question } from '@frown/core/forecast'
import { orRefuse } from '../platform/refusal.ts'
import type { Perform } from './jobs.ts'
import type { Pins } from './pinned-race.ts'

/** What a job is asked; `kind` stands in the question. */
export interface JobRequest {
  readonly asked: Asked
  readonly question: Question
  readonly pins: Pins
}

/** Part of every job's name: an answer of an earlier version is not given for one of this. */
export const performVersion = '1'

export const perform: Perform = async (_kind, request, tools) => {
  const { asked, question, pins } = request as JobRequest
  return { answer: orRefuse(await answerQuestion(asked, question, tools)), pins }
}

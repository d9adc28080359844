/** The API's answers that pages of the register read, by the names of their parts. */
import type { Answer } from '../api/client.ts'

export type Systems = Answer<'/api/v1/register/systems'>
export type SystemSummary = Systems['items'][number]
export type SystemDetail = Answer<'/api/v1/register/systems/{id}'>
export type Measured = NonNullable<SystemSummary['trainingComputeFlop']>
export type Groups = Answer<'/api/v1/register/groups'>
export type Trend = Answer<'/api/v1/register/trend'>
export type Changes = Answer<'/api/v1/register/changes'>
export type Change = Changes['items'][number]
export type Disclosure = Answer<'/api/v1/register/disclosure'>
export type GroupSummary = Groups['items'][number]
export type GroupDetail = Answer<'/api/v1/register/groups/{id}'>
export type SystemHistory = Answer<'/api/v1/register/systems/{id}/history'>
export type PropertyHistory = SystemHistory['properties'][number]
export type PropertyValue = SystemDetail['properties'][number]
export type Source = PropertyValue['source']
export type Frontier = Answer<'/api/v1/register/frontier'>
export type Sources = Answer<'/api/v1/register/sources'>
export type Recording = Answer<'/api/v1/register/recordings'>['items'][number]

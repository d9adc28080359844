/**
 * Jobs that outlive the process that took them on, and the chunks of their large sweeps.
 *
 * What a chunk holds is random to a compressor, so it is stored as it is.
 */
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table forecast_job (
    id text primary key,
    kind text not null,
    request text not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    progress double precision not null default 0 check (progress between 0 and 1),
    created_at timestamptz(3) not null,
    finished_at timestamptz(3),
    result text,
    error text,
    askers integer not null default 1,
    attempts integer not null default 0,
    held_by text,
    held_until timestamptz(3),
    check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
    check ((state = 'running') = (held_by is not null)),
    check ((state = 'done') = (result is not null)),
    check ((state in ('failed', 'cancelled')) = (error is not null))
  )`,
  `create index forecast_job_order on forecast_job (state, created_at)`,
  `create table forecast_sweep (
    id text primary key,
    job_id text not null references forecast_job on delete cascade,
    version text not null,
    plan text not null,
    chunk_draws integer not null check (chunk_draws > 0)
  )`,
  `create index forecast_sweep_job on forecast_sweep (job_id)`,
  `create table forecast_chunk (
    sweep_id text not null references forecast_sweep on delete cascade,
    first_draw integer not null,
    columns bytea not null,
    primary key (sweep_id, first_draw)
  )`,
  `alter table forecast_chunk alter column columns set storage external`
]

export const forecast: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}

/**
 * Claims and their sources, append-only: the database itself refuses what the program should never ask.
 */
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table source (
    id text primary key,
    url text not null,
    title text not null,
    publisher text not null,
    published_on date,
    accessed_on date,
    tier text not null,
    derived_from text,
    licence text
  )`,
  `create table claim (
    entry bigint primary key check (entry > 0),
    id text not null unique,
    subject_kind text not null check (subject_kind in ('group', 'system')),
    subject_id text not null,
    property text not null,
    value text not null,
    low double precision,
    high double precision,
    confidence text not null,
    valid_from date not null,
    recorded_at timestamptz(3) not null,
    source_id text not null,
    status text not null check (status in ('asserted', 'contested', 'withdrawn')),
    supersedes text,
    reply text,
    check ((value = 'null') = (status = 'withdrawn')),
    check ((low is null) = (high is null))
  )`,
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'The register only grows: % on % is refused.', tg_op, tg_table_name using errcode = 'restrict_violation';
  end
  $$`,
  // Foreign keys would ask the same of each row by itself, which takes three times as long as the insert.
  `create function refuse_dangling() returns trigger language plpgsql as $$
  begin
    if exists (select from added where not exists (select from source where source.id = added.source_id)) then
      raise exception 'A claim names a source that is not there.' using errcode = 'foreign_key_violation';
    end if;
    if exists (
      select from added where supersedes is not null
      and not exists (select from claim where claim.id = added.supersedes and claim.entry < added.entry)
    ) then
      raise exception 'A claim supersedes one that does not come before it.' using errcode = 'foreign_key_violation';
    end if;
    return null;
  end
  $$`,
  `create trigger whole after insert on claim referencing new table as added
    for each statement execute function refuse_dangling()`,
  `create table shipped_ledger (digest text primary key)`,
  ...['source', 'claim'].map(
    table => `create trigger only_append before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`
  )
]

export const register: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}

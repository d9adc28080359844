/**
 * The transparency log, and the one way in which its texts may go: erased, never rewritten.
 *
 * Claims stay append-only but for their texts, once their leaf says that those are erased.
 */
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const refused = (what: string) =>
  `raise exception '${what}: % on % is refused.', tg_op, tg_table_name using errcode = 'restrict_violation'`

const statements = [
  `create table log_leaf (
    index bigint primary key check (index >= 0),
    leaf text not null,
    claim_id text unique,
    salt text,
    entered_by text,
    entered_by_salt text,
    erased_at timestamptz(3),
    check ((entered_by is null) = (entered_by_salt is null)),
    check (erased_at is null or (salt is null and entered_by is null))
  )`,
  `create table log_checkpoint (
    size bigint primary key check (size >= 0),
    note text not null
  )`,
  `create table log_cosignature (
    size bigint not null references log_checkpoint,
    witness text not null,
    line text not null,
    primary key (size, witness)
  )`,
  `create function refuse_leaf_change() returns trigger language plpgsql as $$
  begin
    if new.index <> old.index or new.leaf <> old.leaf or new.claim_id is distinct from old.claim_id
      or old.erased_at is not null or new.erased_at is null then
      ${refused('A leaf of the log may only lose its texts')};
    end if;
    return new;
  end
  $$`,
  `create function refuse_claim_change() returns trigger language plpgsql as $$
  begin
    if (new.entry, new.id, new.subject_kind, new.subject_id, new.property, new.confidence, new.valid_from, new.recorded_at, new.status)
        <> (old.entry, old.id, old.subject_kind, old.subject_id, old.property, old.confidence, old.valid_from, old.recorded_at, old.status)
      or (new.low, new.high, new.supersedes) is distinct from (old.low, old.high, old.supersedes)
      or (new.value = 'null') <> (old.value = 'null')
      or not exists (select from log_leaf where claim_id = old.id and erased_at is not null) then
      ${refused('The register only grows, and only erased texts may go')};
    end if;
    return new;
  end
  $$`,
  `create function refuse_source_loss() returns trigger language plpgsql as $$
  begin
    if exists (select from claim where source_id = old.id) then
      ${refused('The register only grows, and a claim rests on this source')};
    end if;
    return old;
  end
  $$`,
  ...['source', 'claim'].map(table => `drop trigger only_append on ${table}`),
  ...['claim', 'log_leaf', 'log_checkpoint'].map(
    table =>
      `create trigger only_append before delete or truncate on ${table} for each statement execute function refuse_change()`
  ),
  `create trigger only_append before update or truncate on source for each statement execute function refuse_change()`,
  `create trigger only_signed before update on log_checkpoint for each statement execute function refuse_change()`,
  `create trigger only_erase before update on log_leaf for each row execute function refuse_leaf_change()`,
  `create trigger only_erase before update on claim for each row execute function refuse_claim_change()`,
  `create trigger only_unused before delete on source for each row execute function refuse_source_loss()`
]

export const log: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}

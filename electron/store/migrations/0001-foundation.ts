import type { Migration } from "./migration.ts";

/**
 * The entities, their dots and this installation's own state. The checks are there for `quick_check`, which runs them at every
 * start: a zeroed page in the middle of a text is found by them and by nothing else.
 */
export const foundation: Migration = {
  version: 1,
  name: "foundation",
  up(db) {
    db.exec(`
      CREATE TABLE series (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL CHECK (instr(title, char(0)) = 0),
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
      ) STRICT;
      CREATE TABLE meeting (
        id TEXT PRIMARY KEY,
        series_id TEXT NOT NULL REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
        title TEXT NOT NULL CHECK (instr(title, char(0)) = 0),
        date TEXT NOT NULL,
        start TEXT NOT NULL,
        "end" TEXT NOT NULL,
        place TEXT NOT NULL CHECK (instr(place, char(0)) = 0),
        minute_taker TEXT NOT NULL CHECK (instr(minute_taker, char(0)) = 0),
        information TEXT NOT NULL CHECK (json_valid(information)),
        state TEXT NOT NULL,
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
        saved_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX meeting_by_date ON meeting (date);
      CREATE INDEX meeting_by_saved_at ON meeting (saved_at);
      CREATE TABLE category (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL CHECK (instr(name, char(0)) = 0),
        position TEXT NOT NULL,
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
      ) STRICT;
      CREATE INDEX category_by_meeting ON category (meeting_id, position);
      CREATE TABLE item (
        id TEXT PRIMARY KEY,
        category_id TEXT NOT NULL REFERENCES category (id) DEFERRABLE INITIALLY DEFERRED,
        title TEXT NOT NULL CHECK (instr(title, char(0)) = 0),
        minutes INTEGER,
        closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
        agenda_text TEXT NOT NULL CHECK (json_valid(agenda_text)),
        decision TEXT NOT NULL CHECK (json_valid(decision)),
        public_decision TEXT NOT NULL CHECK (json_valid(public_decision)),
        number INTEGER,
        position TEXT NOT NULL,
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
      ) STRICT;
      CREATE INDEX item_by_category ON item (category_id, position);
      CREATE TABLE recommendation (
        id TEXT PRIMARY KEY,
        item_id TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
        text TEXT NOT NULL CHECK (instr(text, char(0)) = 0),
        position TEXT NOT NULL,
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
      ) STRICT;
      CREATE INDEX recommendation_by_item ON recommendation (item_id, position);
      CREATE TABLE attachment (
        id TEXT PRIMARY KEY,
        item_id TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
        title TEXT NOT NULL CHECK (instr(title, char(0)) = 0),
        file_name TEXT NOT NULL CHECK (instr(file_name, char(0)) = 0),
        media_type TEXT NOT NULL,
        bytes INTEGER NOT NULL CHECK (bytes >= 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        position TEXT NOT NULL,
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
      ) STRICT;
      CREATE INDEX attachment_by_item ON attachment (item_id, position);
      CREATE TABLE person (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'unit')),
        initials TEXT NOT NULL CHECK (instr(initials, char(0)) = 0),
        name TEXT NOT NULL CHECK (instr(name, char(0)) = 0),
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1))
      ) STRICT;
      CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value))
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE operation (
        id TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        reply TEXT NOT NULL CHECK (json_valid(reply))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX operation_by_at ON operation (at);
      CREATE TABLE field_dot (
        entity TEXT NOT NULL,
        entity_id TEXT NOT NULL,
        field TEXT NOT NULL,
        actor TEXT NOT NULL,
        counter INTEGER NOT NULL CHECK (counter > 0),
        PRIMARY KEY (entity, entity_id, field)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX field_dot_is_used_once ON field_dot (actor, counter);
      CREATE TABLE actor (
        id TEXT PRIMARY KEY,
        counter INTEGER NOT NULL CHECK (counter >= 0),
        current INTEGER NOT NULL CHECK (current IN (0, 1)),
        minted_at TEXT NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX actor_current ON actor (current) WHERE current = 1;
    `);
  },
};

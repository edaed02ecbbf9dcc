-- Dead jobs are found by what they are about, to go once that is settled.
CREATE INDEX job_dead ON job (type, key) WHERE state = 'DEAD';

-- Commands that take several transactions hold their key by a row, for a while after each sign of
-- life. The others hold it by a lock alone, which costs no row.
CREATE TABLE idempotency_run (
  scope text        COLLATE "C" NOT NULL,
  key   text        COLLATE "C" NOT NULL,
  run   uuid        NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (scope, key)
);
COMMENT ON COLUMN idempotency_run.run IS 'who holds the key';

CREATE OR REPLACE FUNCTION claim_idempotency_key(
  p_scope text, p_key text, p_fingerprint text, OUT standing text, OUT answer text)
LANGUAGE plpgsql AS $$
DECLARE
  mine boolean := pg_try_advisory_xact_lock(hashtextextended(p_scope || E'\x1f' || p_key, 0));
  kept record;
BEGIN
  -- Looked up after the lock, in a snapshot of its own: whoever held the key before has committed.
  SELECT i.fingerprint, i.answer INTO kept
    FROM idempotency i WHERE i.scope = p_scope AND i.key = p_key;
  IF FOUND THEN
    IF kept.fingerprint = p_fingerprint THEN
      standing := 'ANSWERED';
      answer := kept.answer;
    ELSE
      standing := 'REUSED';
    END IF;
  ELSIF mine AND NOT EXISTS (
    SELECT 1 FROM idempotency_run r
      WHERE r.scope = p_scope AND r.key = p_key AND r.until >= now())
  THEN
    standing := 'FREE';
  ELSE
    standing := 'IN_FLIGHT';
  END IF;
END $$;

-- Telling people what happened: the outbox is taken, and mails follow as jobs.

ALTER TABLE outbox
  ALTER order_id DROP NOT NULL,
  ADD subject uuid,
  ADD parked boolean NOT NULL DEFAULT false,
  SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
COMMENT ON COLUMN outbox.subject IS
  'what else it is about: a product, a shipment, a return';
COMMENT ON COLUMN outbox.parked IS
  'nobody could make sense of it; set to false to have it taken again';

-- Takes messages out, the oldest first; those that somebody else takes at this moment are passed by.
CREATE FUNCTION take_outbox(p_most integer) RETURNS SETOF outbox
LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  RETURN QUERY
    WITH oldest AS MATERIALIZED (
      SELECT o.id FROM outbox o WHERE NOT o.parked
        ORDER BY o.id LIMIT p_most FOR UPDATE SKIP LOCKED
    )
    DELETE FROM outbox o USING oldest t WHERE o.id = t.id
      RETURNING o.*;
END $$;

-- Asks for much work at once, each once; see enqueue_job.
CREATE FUNCTION enqueue_jobs(
  p_ids uuid[], p_types text[], p_keys text[], p_payloads text[], p_not_before timestamptz[],
  p_at timestamptz)
RETURNS void LANGUAGE plpgsql
SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO job (id, type, key, payload, state, run_at, fence, tries, created_at, changed_at)
    SELECT w.id, w.type, w.key, w.payload, 'READY', coalesce(w.not_before, now()), 0, 0, p_at, p_at
      FROM unnest(p_ids, p_types, p_keys, p_payloads, p_not_before)
        AS w (id, type, key, payload, not_before)
    ON CONFLICT (type, key) WHERE state = 'READY' DO UPDATE
      SET run_at = excluded.run_at
      WHERE job.run_at > excluded.run_at;
END $$;

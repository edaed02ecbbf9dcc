-- Work that is asked for now and done later. A job is a row that commits with the change that asks
-- for it; what is done is deleted.
--
-- Who writes for a job locks its row first and everything else after; who asks for one never waits
-- for a row that runs. Hence asking and doing cannot wait for each other in a circle.
--
-- All times are this server's (now()), so that replicas need not agree on the time.

CREATE TABLE job (
  id             uuid        PRIMARY KEY,
  type           text        COLLATE "C" NOT NULL,
  key            text        COLLATE "C" NOT NULL,
  payload        text        NOT NULL,
  state          text        NOT NULL CHECK (state IN ('READY', 'RUNNING', 'DEAD')),
  run_at         timestamptz NOT NULL,
  lease_until    timestamptz CHECK (state <> 'RUNNING' OR lease_until IS NOT NULL),
  fence          bigint      NOT NULL,
  tries          integer     NOT NULL CHECK (tries >= 0),
  first_tried_at timestamptz,
  reason         text        CHECK (state <> 'DEAD' OR reason IS NOT NULL),
  created_at     timestamptz NOT NULL,
  changed_at     timestamptz NOT NULL
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
COMMENT ON COLUMN job.fence IS 'rises each time the job is taken; who names an older one has lost it';
COMMENT ON COLUMN job.tries IS 'how often it was taken, not counting what was given back unfinished';
COMMENT ON COLUMN job.reason IS 'why it was not done the last time';

-- The same work waits once and runs once; beside the one that runs the next may wait.
CREATE UNIQUE INDEX job_waiting ON job (type, key) WHERE state = 'READY';
CREATE UNIQUE INDEX job_running ON job (type, key) WHERE state = 'RUNNING';
CREATE INDEX job_due ON job (type, run_at) WHERE state = 'READY';
CREATE INDEX job_newest ON job (created_at, id);
CREATE INDEX job_newest_dead ON job (created_at, id) WHERE state = 'DEAD';

-- Asks for work. Where it waits already it is done at the earlier of the two times.
CREATE FUNCTION enqueue_job(
  p_id uuid, p_type text, p_key text, p_payload text, p_not_before timestamptz, p_at timestamptz)
RETURNS void LANGUAGE plpgsql
SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO job (id, type, key, payload, state, run_at, fence, tries, created_at, changed_at)
    VALUES (p_id, p_type, p_key, p_payload, 'READY', coalesce(p_not_before, now()), 0, 0, p_at, p_at)
    ON CONFLICT (type, key) WHERE state = 'READY' DO UPDATE
      SET run_at = excluded.run_at
      WHERE job.run_at > excluded.run_at;
END $$;

-- Takes jobs: of each type at most as many as there is room for, and first those whose worker let
-- its lease run out. Rows that somebody else holds at this moment are passed by.
CREATE FUNCTION take_jobs(p_types text[], p_room integer[], p_lease interval) RETURNS SETOF job
LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  v_type text;
  v_room integer;
  v_taken integer;
BEGIN
  FOR v_type, v_room IN SELECT w.type, w.room FROM unnest(p_types, p_room) AS w (type, room) LOOP
    RETURN QUERY
      WITH abandoned AS MATERIALIZED (
        SELECT j.id FROM job j
          WHERE j.type = v_type AND j.state = 'RUNNING' AND j.lease_until < now()
          LIMIT v_room FOR UPDATE SKIP LOCKED
      )
      UPDATE job j SET
          lease_until = now() + p_lease, fence = j.fence + 1, tries = j.tries + 1,
          changed_at = now()
        FROM abandoned a WHERE j.id = a.id
        RETURNING j.*;
    GET DIAGNOSTICS v_taken = ROW_COUNT;
    RETURN QUERY
      WITH due AS MATERIALIZED (
        SELECT j.id FROM job j
          WHERE j.type = v_type AND j.state = 'READY' AND j.run_at <= now()
            AND NOT EXISTS (
              SELECT 1 FROM job r
                WHERE r.type = j.type AND r.key = j.key AND r.state = 'RUNNING')
          ORDER BY j.run_at LIMIT v_room - v_taken FOR UPDATE OF j SKIP LOCKED
      )
      UPDATE job j SET
          state = 'RUNNING', lease_until = now() + p_lease, fence = j.fence + 1,
          tries = j.tries + 1, first_tried_at = coalesce(j.first_tried_at, now()),
          changed_at = now()
        FROM due d WHERE j.id = d.id
        RETURNING j.*;
  END LOOP;
END $$;

-- Lets a job wait again, if the lease still holds; answers whether it did. Where the same work was
-- asked for meanwhile, that job goes on in its place and takes over what is known of its tries.
CREATE FUNCTION return_job(
  p_id uuid, p_fence bigint, p_after interval, p_reason text, p_counts boolean) RETURNS boolean
LANGUAGE plpgsql
SET enable_seqscan = off AS $$
DECLARE
  v_job job;
BEGIN
  SELECT * INTO v_job FROM job j
    WHERE j.id = p_id AND j.fence = p_fence AND j.state = 'RUNNING' FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF NOT p_counts THEN
    v_job.tries := v_job.tries - 1;
  END IF;
  v_job.reason := coalesce(p_reason, v_job.reason);

  UPDATE job j SET
      tries = greatest(j.tries, v_job.tries),
      first_tried_at = least(j.first_tried_at, v_job.first_tried_at),
      reason = v_job.reason
    WHERE j.type = v_job.type AND j.key = v_job.key AND j.state = 'READY';
  IF FOUND THEN
    DELETE FROM job j WHERE j.id = p_id;
    RETURN true;
  END IF;

  BEGIN
    UPDATE job j SET
        state = 'READY', run_at = now() + p_after, lease_until = NULL, tries = v_job.tries,
        reason = v_job.reason, changed_at = now()
      WHERE j.id = p_id;
  EXCEPTION WHEN unique_violation THEN
    -- It was asked for at this very moment.
    DELETE FROM job j WHERE j.id = p_id;
  END;
  RETURN true;
END $$;

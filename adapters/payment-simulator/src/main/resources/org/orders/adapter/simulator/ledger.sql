-- The simulated gateway's own books, apart from the service's. Run by whichever replica needs them
-- first, under a lock, and harmless when run again.
CREATE SCHEMA IF NOT EXISTS simulator;

-- What became of an attempt. The first word is the last: rows are never changed.
CREATE TABLE IF NOT EXISTS simulator.charge (
  attempt_id     uuid PRIMARY KEY,
  payment_id     uuid NOT NULL,
  order_id       uuid NOT NULL,
  state          text NOT NULL CHECK (state IN ('CAPTURED', 'DECLINED', 'CLOSED')),
  decline_reason text CHECK ((decline_reason IS NULL) = (state <> 'DECLINED')),
  currency       char(3) NOT NULL,
  minor_units    bigint NOT NULL CHECK (minor_units > 0),
  booked_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX IF NOT EXISTS charge_by_order ON simulator.charge (order_id);

CREATE TABLE IF NOT EXISTS simulator.refund (
  refund_id   uuid PRIMARY KEY,
  attempt_id  uuid NOT NULL REFERENCES simulator.charge,
  minor_units bigint NOT NULL CHECK (minor_units > 0),
  booked_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX IF NOT EXISTS refund_by_attempt ON simulator.refund (attempt_id);

-- How often a card that fails for a while has failed.
CREATE TABLE IF NOT EXISTS simulator.failure (
  token    text PRIMARY KEY,
  failures int NOT NULL
);

-- Every movement of money, for those who compare books.
CREATE OR REPLACE VIEW simulator.ledger AS
  SELECT 'CAPTURE' AS kind, c.order_id, c.payment_id, c.attempt_id, NULL::uuid AS refund_id,
         c.currency, c.minor_units, c.booked_at
    FROM simulator.charge c
   WHERE c.state = 'CAPTURED'
  UNION ALL
  SELECT 'REFUND', c.order_id, c.payment_id, c.attempt_id, r.refund_id,
         c.currency, r.minor_units, r.booked_at
    FROM simulator.refund r
    JOIN simulator.charge c USING (attempt_id);

-- The built-in carrier's own books, apart from the service's. Run by whichever replica needs them
-- first, under a lock, and harmless when run again.
CREATE SCHEMA IF NOT EXISTS carrier_local;

-- Numbers of items; one that is drawn is never drawn again.
CREATE SEQUENCE IF NOT EXISTS carrier_local.serial MINVALUE 0 START 1;

-- What became of a request. A label is sold once, or never; a sold one may become void.
CREATE TABLE IF NOT EXISTS carrier_local.label (
  shipment_id     uuid PRIMARY KEY,
  order_number    text NOT NULL,
  state           text NOT NULL CHECK (state IN ('SOLD', 'VOID', 'GIVEN_UP')),
  tracking_number text UNIQUE CHECK ((tracking_number IS NULL) = (state = 'GIVEN_UP')),
  express         boolean NOT NULL DEFAULT false,
  booked_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  voided_at       timestamptz CHECK ((voided_at IS NULL) = (state <> 'VOID')),
  -- How many steps of its journey the parcel has behind it, and when the next is due.
  scans           int NOT NULL DEFAULT 0,
  next_scan_at    timestamptz
);
CREATE INDEX IF NOT EXISTS label_by_order ON carrier_local.label (order_number);
CREATE INDEX IF NOT EXISTS label_by_scan ON carrier_local.label (next_scan_at)
  WHERE next_scan_at IS NOT NULL;

-- Every label that was sold or became void, for those who compare books.
CREATE OR REPLACE VIEW carrier_local.ledger AS
  SELECT 'BOUGHT' AS kind, shipment_id, order_number, tracking_number, booked_at
    FROM carrier_local.label
   WHERE state <> 'GIVEN_UP'
  UNION ALL
  SELECT 'VOIDED', shipment_id, order_number, tracking_number, voided_at
    FROM carrier_local.label
   WHERE state = 'VOID';

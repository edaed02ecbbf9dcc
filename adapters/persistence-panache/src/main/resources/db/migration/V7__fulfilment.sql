-- Shipments, what carriers tell of them, and returns. All of it is decided and written under the
-- lock of the order's row.

-- One parcel. Its id is here before the carrier hears of it, and so is the carrier's name for it
-- before a label is bought.
CREATE TABLE shipment (
  id                 uuid        PRIMARY KEY,
  order_id           uuid        NOT NULL REFERENCES customer_order,
  carrier            text        COLLATE "C" NOT NULL,
  service            text,
  state              text        NOT NULL CHECK (state IN
    ('CREATED', 'ASKED', 'REFUSED', 'LABELLED', 'IN_TRANSIT', 'FAILED', 'DELIVERED', 'RETURNED',
     'ABANDONED', 'VOIDED')),
  reference          text        COLLATE "C"
    CHECK (state NOT IN ('ASKED', 'ABANDONED') OR reference IS NOT NULL),
  tracking_number    text        COLLATE "C"
    CHECK (state <> 'LABELLED' OR tracking_number IS NOT NULL),
  shipped_at         timestamptz
    CHECK ((state IN ('LABELLED', 'IN_TRANSIT', 'FAILED', 'DELIVERED', 'RETURNED'))
      = (shipped_at IS NOT NULL)),
  estimated_delivery timestamptz,
  state_since        timestamptz NOT NULL,
  refusal            text        CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
  created_at         timestamptz NOT NULL,
  updated_at         timestamptz NOT NULL,
  version            bigint      NOT NULL
);
COMMENT ON COLUMN shipment.carrier IS '"manual" where no carrier was asked';
COMMENT ON COLUMN shipment.reference IS 'the name under which the carrier knows it';
COMMENT ON COLUMN shipment.state_since IS 'when it came into its state, where carriers say it by their clock';

CREATE INDEX shipment_of_order ON shipment (order_id, created_at, id);
CREATE INDEX shipment_tracking ON shipment (carrier, tracking_number)
  WHERE tracking_number IS NOT NULL;

CREATE TABLE shipment_line (
  shipment_id uuid    NOT NULL REFERENCES shipment,
  position    integer NOT NULL,
  item_id     uuid    NOT NULL,
  quantity    integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (shipment_id, position),
  CONSTRAINT shipment_line_item UNIQUE (shipment_id, item_id)
);

-- Apart from the shipment, because it is large and seldom looked at.
CREATE TABLE shipment_label (
  shipment_id uuid  PRIMARY KEY REFERENCES shipment,
  pdf         bytea NOT NULL
);

-- What carriers told, each word once, also of parcels that are not known yet.
CREATE TABLE carrier_event (
  carrier            text        COLLATE "C" NOT NULL,
  event_id           text        COLLATE "C" NOT NULL,
  tracking_number    text        COLLATE "C" NOT NULL,
  reference          text        COLLATE "C",
  status             text        NOT NULL,
  at                 timestamptz NOT NULL,
  location           text,
  detail             text        NOT NULL,
  estimated_delivery timestamptz,
  heard_at           timestamptz NOT NULL,
  PRIMARY KEY (carrier, event_id)
);
CREATE INDEX carrier_event_of_parcel ON carrier_event (carrier, tracking_number, at);

CREATE TABLE order_return (
  id             uuid        PRIMARY KEY,
  order_id       uuid        NOT NULL REFERENCES customer_order,
  price_minor    bigint      NOT NULL CHECK (price_minor >= 0),
  currency       char(3)     NOT NULL,
  reason         text        NOT NULL,
  state          text        NOT NULL CHECK (state IN
    ('REQUESTED', 'APPROVED', 'RECEIVED', 'REJECTED')),
  state_since    timestamptz NOT NULL,
  refunded_minor bigint      CHECK ((state = 'RECEIVED') = (refunded_minor IS NOT NULL)),
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  version        bigint      NOT NULL,
  CHECK (refunded_minor BETWEEN 0 AND price_minor)
);
CREATE INDEX return_of_order ON order_return (order_id, created_at, id);
CREATE INDEX return_newest ON order_return (created_at, id);
CREATE INDEX return_newest_of_state ON order_return (state, created_at, id);

CREATE TABLE return_line (
  return_id uuid    NOT NULL REFERENCES order_return,
  position  integer NOT NULL,
  item_id   uuid    NOT NULL,
  quantity  integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (return_id, position),
  CONSTRAINT return_line_item UNIQUE (return_id, item_id)
);

-- What left before there were shipments left by hand, whole. An order's id is free to be the id of
-- its first shipment, because it is of the same version and no shipment has it.
INSERT INTO shipment (id, order_id, carrier, state, tracking_number, shipped_at, state_since,
    created_at, updated_at, version)
  SELECT o.id, o.id, 'manual', CASE o.status WHEN 'SHIPPED' THEN 'IN_TRANSIT' ELSE 'DELIVERED' END,
         o.tracking_number, o.shipped_at, coalesce(o.delivered_at, o.shipped_at),
         o.shipped_at, o.updated_at, 0
    FROM customer_order o WHERE o.status IN ('SHIPPED', 'DELIVERED');
INSERT INTO shipment_line (shipment_id, position, item_id, quantity)
  SELECT l.order_id, l.position, l.id, l.quantity
    FROM order_line l JOIN shipment s ON s.id = l.order_id;

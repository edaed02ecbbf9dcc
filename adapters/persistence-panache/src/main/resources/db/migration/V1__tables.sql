-- The tables. Amounts are in minor units of their currency; times are instants (timestamptz).
--
-- Foreign keys stand between tables that change seldom. The path of an order has none: each would
-- lock and rewrite the row of a customer or a product for every order, and the function that places
-- an order has verified them in the same statement. Nothing is ever deleted from what they name.

-- Customers -----------------------------------------------------------------------------------

CREATE TABLE customer (
  id          uuid        PRIMARY KEY,
  kind        text        NOT NULL CHECK (kind IN ('ACCOUNT', 'GUEST')),
  name        text        NOT NULL,
  email       text        NOT NULL,
  email_key   text        COLLATE "C" NOT NULL,
  phone       text        NOT NULL,
  line1       text        NOT NULL,
  line2       text,
  city        text        NOT NULL,
  region      text,
  postal_code text        NOT NULL,
  country     char(2)     NOT NULL,
  status      text        NOT NULL CHECK (status IN ('ACTIVE', 'INACTIVE')),
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  version     bigint      NOT NULL
);
COMMENT ON COLUMN customer.email_key IS 'the address in the form in which addresses are compared';

CREATE UNIQUE INDEX customer_active_email ON customer (email_key)
  WHERE kind = 'ACCOUNT' AND status = 'ACTIVE';
CREATE INDEX customer_newest ON customer (created_at, id);
CREATE INDEX customer_newest_of_status ON customer (status, created_at, id);

-- Products and stock --------------------------------------------------------------------------

CREATE TABLE product (
  id                  uuid        PRIMARY KEY,
  sku                 text        COLLATE "C" NOT NULL,
  name                text        NOT NULL,
  description         text        NOT NULL,
  price_minor         bigint      NOT NULL CHECK (price_minor >= 0),
  currency            char(3)     NOT NULL,
  low_stock_threshold integer     NOT NULL CHECK (low_stock_threshold >= 0),
  status              text        NOT NULL CHECK (status IN ('ACTIVE', 'DISCONTINUED')),
  created_at          timestamptz NOT NULL,
  updated_at          timestamptz NOT NULL,
  revision            bigint      NOT NULL
);
CREATE UNIQUE INDEX product_sku ON product (sku);
CREATE INDEX product_newest_active ON product (created_at, id) WHERE status = 'ACTIVE';

-- Apart from the product, because it changes a thousand times as often: small rows with room in
-- their pages and no index but the key, so that an update stays within its page.
CREATE TABLE stock (
  product_id uuid   PRIMARY KEY REFERENCES product,
  available  bigint NOT NULL CHECK (available >= 0),
  reserved   bigint NOT NULL CHECK (reserved >= 0)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

CREATE TABLE stock_movement (
  product_id uuid        NOT NULL,
  seq        bigint      GENERATED ALWAYS AS IDENTITY,
  at         timestamptz NOT NULL,
  quantity   bigint      NOT NULL CHECK (quantity <> 0),
  balance    bigint      NOT NULL CHECK (balance >= 0),
  reason     text        NOT NULL,
  order_id   uuid,
  actor_type text        NOT NULL CHECK (actor_type IN ('CUSTOMER', 'GUEST', 'ADMIN', 'SERVICE', 'SYSTEM')),
  actor_id   text,
  PRIMARY KEY (product_id, seq)
);
COMMENT ON COLUMN stock_movement.seq IS
  'drawn while the stock row is locked, so that within a product it follows the balance';

-- Orders --------------------------------------------------------------------------------------

CREATE SEQUENCE order_number AS bigint START WITH 100001 INCREMENT BY 100;
COMMENT ON SEQUENCE order_number IS 'each value is the first of 100 numbers that one replica gives out';

CREATE TABLE customer_order (
  id                uuid        PRIMARY KEY,
  number            text        COLLATE "C" NOT NULL,
  reference         text,
  reference_key     text        COLLATE "C",
  customer_id       uuid        NOT NULL,
  status            text        NOT NULL CHECK (status IN
    ('PENDING', 'CONFIRMED', 'PROCESSING', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
  expires_at        timestamptz CHECK (status <> 'PENDING' OR expires_at IS NOT NULL),
  confirmed_at      timestamptz CHECK (status IN ('PENDING', 'CANCELLED') OR confirmed_at IS NOT NULL),
  started_at        timestamptz CHECK (status <> 'PROCESSING' OR started_at IS NOT NULL),
  shipped_at        timestamptz CHECK (status NOT IN ('SHIPPED', 'DELIVERED') OR shipped_at IS NOT NULL),
  tracking_number   text,
  delivered_at      timestamptz CHECK (status <> 'DELIVERED' OR delivered_at IS NOT NULL),
  cancelled_at      timestamptz CHECK (status <> 'CANCELLED' OR cancelled_at IS NOT NULL),
  total_minor       bigint      NOT NULL CHECK (total_minor >= 0),
  currency          char(3)     NOT NULL,
  line1             text        NOT NULL,
  line2             text,
  city              text        NOT NULL,
  region            text,
  postal_code       text        NOT NULL,
  country           char(2)     NOT NULL,
  contact_name      text        NOT NULL,
  contact_email     text        NOT NULL,
  contact_email_key text        COLLATE "C" NOT NULL,
  contact_phone     text        NOT NULL,
  on_hold           boolean     NOT NULL,
  managed_by        uuid,
  placed_at         timestamptz NOT NULL,
  updated_at        timestamptz NOT NULL,
  moved_at          timestamptz NOT NULL,
  version           bigint      NOT NULL
);
COMMENT ON COLUMN customer_order.reference_key IS 'the reference in lower case, for finding it';

CREATE UNIQUE INDEX order_number_unique ON customer_order (number);
CREATE INDEX order_newest ON customer_order (placed_at, id);
CREATE INDEX order_newest_of_status ON customer_order (status, placed_at, id);
CREATE INDEX order_newest_of_customer ON customer_order (customer_id, placed_at, id);
CREATE INDEX order_reference ON customer_order (reference_key) WHERE reference_key IS NOT NULL;
CREATE INDEX order_contact_email ON customer_order (contact_email_key);
CREATE INDEX order_overdue ON customer_order (expires_at) WHERE status = 'PENDING';

CREATE TABLE order_line (
  order_id         uuid    NOT NULL,
  position         integer NOT NULL,
  id               uuid    NOT NULL,
  product_id       uuid    NOT NULL,
  sku              text    NOT NULL,
  name             text    NOT NULL,
  unit_price_minor bigint  NOT NULL CHECK (unit_price_minor >= 0),
  quantity         integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_id, position)
);

CREATE TABLE order_event (
  order_id    uuid        NOT NULL,
  seq         bigint      GENERATED ALWAYS AS IDENTITY,
  at          timestamptz NOT NULL,
  type        text        NOT NULL CHECK (type IN
    ('PLACED', 'CHANGED', 'STATUS', 'HELD', 'RELEASED', 'ASSIGNED', 'NOTE')),
  actor_type  text        NOT NULL CHECK (actor_type IN ('CUSTOMER', 'GUEST', 'ADMIN', 'SERVICE', 'SYSTEM')),
  actor_id    text,
  from_status text,
  to_status   text,
  assigned_to uuid,
  reason      text,
  changes     jsonb,
  PRIMARY KEY (order_id, seq)
);

-- What happened, for whoever is to be told: written with the change itself, taken later.
CREATE TABLE outbox (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id uuid        NOT NULL,
  type     text        NOT NULL,
  payload  jsonb       NOT NULL,
  at       timestamptz NOT NULL
);

-- Payments ------------------------------------------------------------------------------------

CREATE TABLE payment (
  id            uuid        PRIMARY KEY,
  order_id      uuid        NOT NULL REFERENCES customer_order,
  amount_minor  bigint      NOT NULL CHECK (amount_minor >= 0),
  currency      char(3)     NOT NULL,
  method        text        NOT NULL CHECK (method IN ('INVOICE')),
  status        text        NOT NULL CHECK (status IN
    ('PENDING', 'AUTHORIZED', 'CAPTURED', 'DECLINED', 'VOIDED', 'REFUNDED', 'PARTIALLY_REFUNDED')),
  authorized_at timestamptz CHECK (status <> 'AUTHORIZED' OR authorized_at IS NOT NULL),
  captured_at   timestamptz CHECK (status <> 'CAPTURED' OR captured_at IS NOT NULL),
  voided_at     timestamptz CHECK (status <> 'VOIDED' OR voided_at IS NOT NULL),
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  version       bigint      NOT NULL
);
CREATE UNIQUE INDEX payment_of_order ON payment (order_id);
CREATE INDEX payment_newest ON payment (created_at, id);
CREATE INDEX payment_newest_of_status ON payment (status, created_at, id);

-- Requests that are to take effect once -------------------------------------------------------

CREATE TABLE idempotency (
  scope       text        COLLATE "C" NOT NULL,
  key         text        COLLATE "C" NOT NULL,
  fingerprint text        NOT NULL,
  answer      text        NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_oldest ON idempotency (at);

-- Who can come in -----------------------------------------------------------------------------

CREATE TABLE administrator (
  id            uuid PRIMARY KEY,
  username      text COLLATE "C" NOT NULL CONSTRAINT administrator_username UNIQUE,
  password_hash text NOT NULL
);

CREATE TABLE customer_password (
  customer_id   uuid PRIMARY KEY REFERENCES customer,
  password_hash text NOT NULL
);

CREATE TABLE service_client (
  id          text COLLATE "C" PRIMARY KEY,
  secret_hash text NOT NULL
);

CREATE TABLE session (
  id         uuid        PRIMARY KEY,
  role       text        NOT NULL CHECK (role IN ('CUSTOMER', 'ADMIN', 'SERVICE')),
  subject    text        NOT NULL,
  newest     integer     NOT NULL,
  rotated_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at   timestamptz
);
CREATE INDEX session_of_subject ON session (role, subject) WHERE ended_at IS NULL;
CREATE INDEX session_ended ON session (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX session_expiry ON session (expires_at);

-- Names and addresses stand here as digests: the people may never have been customers.
CREATE TABLE login_failure (
  account bytea       NOT NULL,
  address bytea       NOT NULL,
  at      timestamptz NOT NULL
);
CREATE INDEX login_failure_account ON login_failure (account, at);
CREATE INDEX login_failure_address ON login_failure (address, at);
CREATE INDEX login_failure_oldest ON login_failure (at);

CREATE TABLE secret (
  name  text  COLLATE "C" PRIMARY KEY,
  value bytea NOT NULL
);

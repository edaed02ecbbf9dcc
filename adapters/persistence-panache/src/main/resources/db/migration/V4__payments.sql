-- Payments through gateways, their attempts, and refunds.

ALTER TABLE payment
  DROP CONSTRAINT payment_method_check,
  ADD CONSTRAINT payment_method_check CHECK (method IN ('INVOICE', 'CARD', 'TOKEN')),
  ADD attempt_id uuid,
  ADD declined_at timestamptz,
  ADD decline_reason text,
  ADD refunded_minor bigint NOT NULL DEFAULT 0 CHECK (refunded_minor >= 0),
  ADD refunding_minor bigint NOT NULL DEFAULT 0 CHECK (refunding_minor >= 0),
  ADD CHECK (refunded_minor + refunding_minor <= amount_minor),
  ADD CHECK (status NOT IN ('CAPTURED', 'REFUNDED', 'PARTIALLY_REFUNDED')
    OR captured_at IS NOT NULL),
  ADD CHECK (status <> 'DECLINED' OR declined_at IS NOT NULL AND decline_reason IS NOT NULL),
  ADD CHECK ((method = 'INVOICE') = (attempt_id IS NULL));
COMMENT ON COLUMN payment.attempt_id IS 'the latest attempt to take the money; none on account';
COMMENT ON COLUMN payment.refunding_minor IS 'what is on its way back';

-- One try to take the money. Its id is the key at the gateway, so it is here before the gateway
-- hears of it.
CREATE TABLE payment_attempt (
  id             uuid        PRIMARY KEY,
  payment_id     uuid        NOT NULL REFERENCES payment,
  number         integer     NOT NULL CHECK (number > 0),
  gateway        text        NOT NULL,
  token          text        COLLATE "C" NOT NULL,
  card_brand     text,
  card_last4     text        CHECK (card_last4 ~ '^[0-9]{4}$'),
  state          text        NOT NULL CHECK (state IN
    ('CREATED', 'PREPARED', 'SENT', 'CAPTURED', 'DECLINED', 'VOIDED')),
  reference      text        COLLATE "C"
    CHECK (state NOT IN ('PREPARED', 'SENT', 'CAPTURED') OR reference IS NOT NULL),
  first_sent_at  timestamptz CHECK (state NOT IN ('SENT', 'CAPTURED') OR first_sent_at IS NOT NULL),
  settled_at     timestamptz
    CHECK ((state IN ('CAPTURED', 'DECLINED', 'VOIDED')) = (settled_at IS NOT NULL)),
  decline_reason text        CHECK ((state = 'DECLINED') = (decline_reason IS NOT NULL)),
  created_at     timestamptz NOT NULL,
  CONSTRAINT payment_attempt_number UNIQUE (payment_id, number),
  CHECK ((card_brand IS NULL) = (card_last4 IS NULL))
);
COMMENT ON COLUMN payment_attempt.token IS 'what the gateway''s vault gave out in place of a card';
COMMENT ON COLUMN payment_attempt.reference IS 'the name under which the gateway knows it';

-- Whatever a program does: one attempt at a time, and one that takes the money.
CREATE UNIQUE INDEX payment_attempt_open ON payment_attempt (payment_id)
  WHERE state IN ('CREATED', 'PREPARED', 'SENT');
CREATE UNIQUE INDEX payment_attempt_captured ON payment_attempt (payment_id)
  WHERE state = 'CAPTURED';
CREATE UNIQUE INDEX payment_attempt_reference ON payment_attempt (gateway, reference)
  WHERE reference IS NOT NULL;

ALTER TABLE payment ADD CONSTRAINT payment_attempt_latest
  FOREIGN KEY (attempt_id) REFERENCES payment_attempt DEFERRABLE INITIALLY DEFERRED;

-- Money on its way back, or there. The id is the key at the gateway.
CREATE TABLE refund (
  id            uuid        PRIMARY KEY,
  payment_id    uuid        NOT NULL REFERENCES payment,
  amount_minor  bigint      NOT NULL CHECK (amount_minor > 0),
  currency      char(3)     NOT NULL,
  status        text        NOT NULL CHECK (status IN ('PENDING', 'SUCCEEDED', 'FAILED')),
  reason        text,
  first_sent_at timestamptz,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL
);
CREATE INDEX refund_of_payment ON refund (payment_id, created_at);

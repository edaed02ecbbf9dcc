-- Low stock is noticed by the row of stock itself, so that no road to it can be forgotten: orders,
-- counting, imports, returns. The row carries the level at which it is low; the condition of the
-- trigger compares the row before and after, in memory, and only a crossing runs anything.
--
-- An alert is written while its product's row of stock is held, and nobody who holds an alert waits
-- for stock; so the order in which locks are taken stays as it is.

-- An alert: a product's stock is low. Open until there is more again or it is not sold any more.
CREATE TABLE stock_alert (
  id              uuid        PRIMARY KEY,
  product_id      uuid        NOT NULL,
  opened_at       timestamptz NOT NULL,
  closed_at       timestamptz,
  acknowledged_at timestamptz,
  actor_type      text        CHECK (actor_type IN ('ADMIN', 'SERVICE', 'SYSTEM')),
  actor_id        text,
  CHECK ((acknowledged_at IS NULL) = (actor_type IS NULL))
);
COMMENT ON COLUMN stock_alert.actor_type IS 'who acknowledged it';

CREATE UNIQUE INDEX stock_alert_open ON stock_alert (product_id) WHERE closed_at IS NULL;
CREATE INDEX stock_alert_newest ON stock_alert (opened_at, id) WHERE closed_at IS NULL;

ALTER TABLE stock ADD low_at bigint NOT NULL DEFAULT -1;
COMMENT ON COLUMN stock.low_at IS
  'with so many pieces or fewer it is low: the product''s threshold, or -1 once it is not sold';

CREATE FUNCTION low_stock_level(p_status text, p_threshold integer) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE p_status WHEN 'ACTIVE' THEN p_threshold::bigint ELSE -1 END;
$$;

-- An id whose order is that of time (UUID version 7).
CREATE FUNCTION time_ordered_id(p_at timestamptz) RETURNS uuid
LANGUAGE sql VOLATILE AS $$
  SELECT (lpad(to_hex(floor(extract(epoch FROM p_at) * 1000)::bigint), 12, '0') || '7'
          || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid;
$$;

-- What is low already is no news; what nobody watches (a threshold of 0) is none either.
UPDATE stock s SET low_at = low_stock_level(p.status, p.low_stock_threshold)
  FROM product p WHERE p.id = s.product_id;
INSERT INTO stock_alert (id, product_id, opened_at)
  SELECT time_ordered_id(now()), s.product_id, now() FROM stock s
    WHERE s.available <= s.low_at AND s.low_at > 0;

-- Opens an alert where stock fell to its level or the level rose to it, and closes it where there is
-- more than that. The row of stock is held, so that each crossing is one alert.
CREATE FUNCTION watch_stock() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_id uuid := time_ordered_id(v_now);
BEGIN
  IF NEW.available > NEW.low_at THEN
    UPDATE stock_alert a SET closed_at = v_now
      WHERE a.product_id = NEW.product_id AND a.closed_at IS NULL;
    RETURN NULL;
  END IF;
  INSERT INTO stock_alert (id, product_id, opened_at) VALUES (v_id, NEW.product_id, v_now)
    ON CONFLICT (product_id) WHERE closed_at IS NULL DO NOTHING;
  -- Whoever adds products that are low knows it, and a whole catalogue of them would be a flood.
  IF FOUND AND TG_OP = 'UPDATE' THEN
    INSERT INTO outbox (order_id, subject, type, payload, at)
      VALUES (NULL, v_id, 'STOCK_LOW', jsonb_build_object(
        'product', NEW.product_id, 'inventory', NEW.available, 'threshold', NEW.low_at), v_now);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER stock_watched AFTER UPDATE ON stock FOR EACH ROW
  WHEN ((OLD.available <= OLD.low_at) <> (NEW.available <= NEW.low_at) OR OLD.low_at <> NEW.low_at)
  EXECUTE FUNCTION watch_stock();

-- A product that begins with nothing and is not watched is no news.
CREATE TRIGGER stock_opened AFTER INSERT ON stock FOR EACH ROW
  WHEN (NEW.available <= NEW.low_at AND NEW.low_at > 0)
  EXECUTE FUNCTION watch_stock();

CREATE FUNCTION learn_low_stock_level() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT low_stock_level(p.status, p.low_stock_threshold) INTO STRICT NEW.low_at
    FROM product p WHERE p.id = NEW.product_id;
  RETURN NEW;
END $$;

CREATE TRIGGER stock_learns_level BEFORE INSERT ON stock FOR EACH ROW
  EXECUTE FUNCTION learn_low_stock_level();

-- Tells stock of new levels, one product after the other in the order of all who take several.
CREATE FUNCTION tell_low_stock_level() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  WITH told AS MATERIALIZED (
    SELECT s.product_id, low_stock_level(p.status, p.low_stock_threshold) AS level
      FROM changed p JOIN stock s ON s.product_id = p.id
      WHERE s.low_at <> low_stock_level(p.status, p.low_stock_threshold)
      ORDER BY s.product_id FOR NO KEY UPDATE OF s
  )
  UPDATE stock s SET low_at = t.level FROM told t WHERE s.product_id = t.product_id;
  RETURN NULL;
END $$;

CREATE TRIGGER product_tells_level AFTER UPDATE ON product
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
  EXECUTE FUNCTION tell_low_stock_level();

-- Who wants to hear of it -----------------------------------------------------------------------

ALTER TABLE administrator
  ADD email text,
  ADD low_stock_mail boolean,
  ADD CHECK (email IS NOT NULL OR low_stock_mail IS NOT TRUE);
COMMENT ON COLUMN administrator.low_stock_mail IS
  'whether they want a mail when stock is low; null where they never said';

-- The books ------------------------------------------------------------------------------------

-- The pieces that orders hold: what no shipment has taken out of the house.
CREATE VIEW unshipped (order_id, product_id, quantity) AS
  SELECT l.order_id, l.product_id, (l.quantity - coalesce(g.pieces, 0))::bigint
    FROM customer_order o
    JOIN order_line l ON l.order_id = o.id
    LEFT JOIN (
      SELECT sl.item_id, sum(sl.quantity) AS pieces
        FROM customer_order p
        JOIN shipment s ON s.order_id = p.id
        JOIN shipment_line sl ON sl.shipment_id = s.id
        WHERE p.status = 'PROCESSING' AND s.shipped_at IS NOT NULL
        GROUP BY sl.item_id
    ) g ON g.item_id = l.id
    WHERE o.status IN ('PENDING', 'CONFIRMED', 'PROCESSING');

-- Everything in which the books of stock disagree; nothing where all is well. One statement over it
-- sees one moment and locks nothing.
CREATE VIEW inventory_drift (product_id, kind, expected, actual) AS
  -- What can be ordered is the sum of the ledger.
  SELECT s.product_id, 'INVENTORY', coalesce(m.moved, 0), s.available
    FROM stock s
    LEFT JOIN (SELECT product_id, sum(quantity)::bigint AS moved
               FROM stock_movement GROUP BY product_id) m ON m.product_id = s.product_id
    WHERE s.available <> coalesce(m.moved, 0)
  UNION ALL
  -- Every balance in the ledger is the sum of the movements up to it; the first that is not.
  (SELECT DISTINCT ON (m.product_id) m.product_id, 'BALANCE', m.running, m.balance
    FROM (SELECT product_id, seq, balance,
                 (sum(quantity) OVER (PARTITION BY product_id ORDER BY seq
                   ROWS UNBOUNDED PRECEDING))::bigint AS running
          FROM stock_movement) m
    WHERE m.balance <> m.running
    ORDER BY m.product_id, m.seq)
  UNION ALL
  -- What is reserved is what orders hold.
  SELECT s.product_id, 'RESERVED', coalesce(u.held, 0), s.reserved
    FROM stock s
    LEFT JOIN (SELECT product_id, sum(quantity)::bigint AS held
               FROM unshipped GROUP BY product_id) u ON u.product_id = s.product_id
    WHERE s.reserved <> coalesce(u.held, 0)
  UNION ALL
  -- Every product has its stock.
  SELECT p.id, 'STOCK', 1, 0
    FROM product p LEFT JOIN stock s ON s.product_id = p.id
    WHERE s.product_id IS NULL
  UNION ALL
  -- Stock knows the product's threshold.
  SELECT s.product_id, 'THRESHOLD', low_stock_level(p.status, p.low_stock_threshold), s.low_at
    FROM stock s JOIN product p ON p.id = s.product_id
    WHERE s.low_at <> low_stock_level(p.status, p.low_stock_threshold)
  UNION ALL
  -- What is low has an open alert, and nothing else has one.
  SELECT s.product_id, 'ALERT', 1, 0
    FROM stock s
    WHERE s.available <= s.low_at AND s.low_at > 0 AND NOT EXISTS (
      SELECT 1 FROM stock_alert a WHERE a.product_id = s.product_id AND a.closed_at IS NULL)
  UNION ALL
  SELECT s.product_id, 'ALERT', 0, 1
    FROM stock_alert a JOIN stock s ON s.product_id = a.product_id
    WHERE a.closed_at IS NULL AND s.available > s.low_at;

-- When the books were compared for the last time, by whichever replica, and what was found.
CREATE TABLE inventory_check (
  one        boolean     PRIMARY KEY DEFAULT true CHECK (one),
  checked_at timestamptz NOT NULL,
  drifts     bigint      NOT NULL CHECK (drifts >= 0)
);

-- The statements that write orders and stock. They decide nothing: what an order holds, costs and
-- does was decided before; here it is verified that this still rests on the truth, and written whole
-- or not at all.
--
-- Locks are taken in one order everywhere: the claim of an idempotency key (never waited for), the
-- row of the order, the rows of stock by product id. Hence nobody waits for anybody in a circle.
--
-- Sessions keep the plans of these statements, often from a time when the tables were small; hence
-- the SET clauses, which tell them to go through the keys, and not to plan anew for every length of
-- an array, which would take longer than the statement. They hold for the functions called, too.

-- Whether a request under a key may run; FREE holds the key until the transaction ends.
CREATE FUNCTION claim_idempotency_key(
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
  ELSIF mine THEN
    standing := 'FREE';
  ELSE
    standing := 'IN_FLIGHT';
  END IF;
END $$;

-- The products of which fewer pieces can be had than are to be taken, and how many there are;
-- a product without stock row counts as having none. Nothing is locked.
CREATE FUNCTION find_shortages(
  p_products uuid[], p_available bigint[], OUT short_products uuid[], OUT short_available bigint[])
LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT array_agg(w.product_id), array_agg(coalesce(s.available, 0))
    INTO short_products, short_available
    FROM unnest(p_products, p_available) AS w (product_id, change)
    LEFT JOIN stock s ON s.product_id = w.product_id
    WHERE s.product_id IS NULL OR (w.change < 0 AND s.available + w.change < 0);
END $$;

-- Changes the stock of several products, each named once, and writes the ledger; or answers all
-- products that are short and changes nothing.
CREATE FUNCTION apply_stock(
  p_products uuid[], p_available bigint[], p_reserved bigint[],
  p_reason text, p_order uuid, p_actor_type text, p_actor_id text, p_at timestamptz,
  OUT short_products uuid[], OUT short_available bigint[])
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  PERFORM 1 FROM stock s WHERE s.product_id = ANY (p_products)
    ORDER BY s.product_id FOR NO KEY UPDATE;

  -- Each statement from here on sees the rows as they are since they are ours.
  SELECT s.short_products, s.short_available INTO short_products, short_available
    FROM find_shortages(p_products, p_available) s;
  IF short_products IS NOT NULL THEN
    RETURN;
  END IF;

  WITH changed AS (
    UPDATE stock s
      SET available = s.available + w.available, reserved = s.reserved + w.reserved
      FROM unnest(p_products, p_available, p_reserved) AS w (product_id, available, reserved)
      WHERE s.product_id = w.product_id
      RETURNING s.product_id, w.available AS quantity, s.available AS balance
  )
  INSERT INTO stock_movement
      (product_id, at, quantity, balance, reason, order_id, actor_type, actor_id)
    SELECT c.product_id, p_at, c.quantity, c.balance, p_reason, p_order, p_actor_type, p_actor_id
      FROM changed c WHERE c.quantity <> 0;
END $$;

-- Writes what happened to an order: its history and, for later consumers, the outbox.
CREATE FUNCTION write_order_events(p_order uuid, p_events jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  WITH happened AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(p_events) AS e (
      type text, at timestamptz, actor_type text, actor_id text, from_status text, to_status text,
      assigned_to uuid, reason text, changes jsonb, payload jsonb)
  ), history AS (
    INSERT INTO order_event
        (order_id, at, type, actor_type, actor_id, from_status, to_status, assigned_to, reason,
         changes)
      SELECT p_order, e.at, e.type, e.actor_type, e.actor_id, e.from_status, e.to_status,
             e.assigned_to, e.reason, e.changes
        FROM happened e
  )
  INSERT INTO outbox (order_id, type, payload, at)
    SELECT p_order, e.type, e.payload, e.at FROM happened e;
END $$;

CREATE FUNCTION write_order_lines(
  p_order uuid, p_ids uuid[], p_products uuid[], p_skus text[], p_names text[],
  p_unit_prices bigint[], p_quantities integer[]) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO order_line
      (order_id, position, id, product_id, sku, name, unit_price_minor, quantity)
    SELECT p_order, l.position, l.id, l.product_id, l.sku, l.name, l.unit_price, l.quantity
      FROM unnest(p_ids, p_products, p_skus, p_names, p_unit_prices, p_quantities)
        WITH ORDINALITY
        AS l (id, product_id, sku, name, unit_price, quantity, position);
$$;

-- Writes a new order with everything that belongs to it, in this order: the claim of the key; what
-- the decision rests on; a look at stock, so that a sold-out product is refused without a lock; the
-- order; and last, because others wait for it, the stock itself. Pieces that others took between
-- the look and the lock end the transaction with the error OS001, whose detail lists the products
-- that are short as "id=pieces" with commas between.
CREATE FUNCTION place_order(
  p_claim_scope text, p_claim_key text, p_claim_fingerprint text, p_answer text,
  p_customer uuid, p_customer_version bigint, p_guest jsonb,
  p_order jsonb, p_events jsonb,
  p_line_ids uuid[], p_line_products uuid[], p_line_revisions bigint[], p_line_skus text[],
  p_line_names text[], p_line_unit_prices bigint[], p_line_quantities integer[],
  p_stock_products uuid[], p_stock_available bigint[], p_stock_reserved bigint[],
  p_stock_reason text, p_actor_type text, p_actor_id text, p_at timestamptz,
  OUT outcome text, OUT answer text, OUT short_products uuid[], OUT short_available bigint[])
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  v_order customer_order := jsonb_populate_record(NULL::customer_order, p_order);
BEGIN
  IF p_claim_key IS NOT NULL THEN
    SELECT c.standing, c.answer INTO outcome, answer
      FROM claim_idempotency_key(p_claim_scope, p_claim_key, p_claim_fingerprint) c;
    IF outcome <> 'FREE' THEN
      RETURN;
    END IF;
  END IF;

  IF p_customer IS NOT NULL THEN
    PERFORM 1 FROM customer c
      WHERE c.id = p_customer AND c.version = p_customer_version AND c.status = 'ACTIVE';
    IF NOT FOUND THEN
      outcome := 'BASIS_MOVED';
      RETURN;
    END IF;
  END IF;

  PERFORM 1 FROM unnest(p_line_products, p_line_revisions) AS w (id, revision)
    WHERE NOT EXISTS (
      SELECT 1 FROM product p
        WHERE p.id = w.id AND p.revision = w.revision AND p.status = 'ACTIVE')
    LIMIT 1;
  IF FOUND THEN
    outcome := 'BASIS_MOVED';
    RETURN;
  END IF;

  SELECT s.short_products, s.short_available INTO short_products, short_available
    FROM find_shortages(p_stock_products, p_stock_available) s;
  IF short_products IS NOT NULL THEN
    outcome := 'SHORT';
    RETURN;
  END IF;

  IF p_guest IS NOT NULL THEN
    INSERT INTO customer SELECT * FROM jsonb_populate_record(NULL::customer, p_guest);
  END IF;
  INSERT INTO customer_order SELECT v_order.*;
  PERFORM write_order_lines(
    v_order.id, p_line_ids, p_line_products, p_line_skus, p_line_names, p_line_unit_prices,
    p_line_quantities);
  PERFORM write_order_events(v_order.id, p_events);
  IF p_claim_key IS NOT NULL THEN
    INSERT INTO idempotency (scope, key, fingerprint, answer, at)
      VALUES (p_claim_scope, p_claim_key, p_claim_fingerprint, p_answer, p_at);
  END IF;

  SELECT s.short_products, s.short_available INTO short_products, short_available
    FROM apply_stock(
      p_stock_products, p_stock_available, p_stock_reserved, p_stock_reason, v_order.id,
      p_actor_type, p_actor_id, p_at) s;
  IF short_products IS NOT NULL THEN
    RAISE EXCEPTION 'short of stock' USING ERRCODE = 'OS001', DETAIL = (
      SELECT string_agg(s.product || '=' || s.available, ',')
        FROM unnest(short_products, short_available) AS s (product, available));
  END IF;
  outcome := 'PLACED';
END $$;

-- Writes a decision about an order that is there: SAVED, CONFLICT where its version is another one,
-- or SHORT. Its lines stay where none are given.
CREATE FUNCTION save_order(
  p_order jsonb, p_events jsonb,
  p_line_ids uuid[], p_line_products uuid[], p_line_skus text[], p_line_names text[],
  p_line_unit_prices bigint[], p_line_quantities integer[],
  p_stock_products uuid[], p_stock_available bigint[], p_stock_reserved bigint[],
  p_stock_reason text, p_actor_type text, p_actor_id text, p_at timestamptz,
  OUT outcome text, OUT short_products uuid[], OUT short_available bigint[])
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  v_order customer_order := jsonb_populate_record(NULL::customer_order, p_order);
BEGIN
  PERFORM 1 FROM customer_order o
    WHERE o.id = v_order.id AND o.version = v_order.version FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    outcome := 'CONFLICT';
    RETURN;
  END IF;

  IF cardinality(p_stock_products) > 0 THEN
    SELECT s.short_products, s.short_available INTO short_products, short_available
      FROM apply_stock(
        p_stock_products, p_stock_available, p_stock_reserved, p_stock_reason, v_order.id,
        p_actor_type, p_actor_id, p_at) s;
    IF short_products IS NOT NULL THEN
      outcome := 'SHORT';
      RETURN;
    END IF;
  END IF;

  UPDATE customer_order o SET
      status = v_order.status,
      expires_at = v_order.expires_at,
      confirmed_at = v_order.confirmed_at,
      started_at = v_order.started_at,
      shipped_at = v_order.shipped_at,
      tracking_number = v_order.tracking_number,
      delivered_at = v_order.delivered_at,
      cancelled_at = v_order.cancelled_at,
      total_minor = v_order.total_minor,
      currency = v_order.currency,
      line1 = v_order.line1,
      line2 = v_order.line2,
      city = v_order.city,
      region = v_order.region,
      postal_code = v_order.postal_code,
      country = v_order.country,
      on_hold = v_order.on_hold,
      managed_by = v_order.managed_by,
      updated_at = v_order.updated_at,
      moved_at = v_order.moved_at,
      version = v_order.version + 1
    WHERE o.id = v_order.id;

  IF p_line_ids IS NOT NULL THEN
    DELETE FROM order_line l WHERE l.order_id = v_order.id;
    PERFORM write_order_lines(
      v_order.id, p_line_ids, p_line_products, p_line_skus, p_line_names, p_line_unit_prices,
      p_line_quantities);
  END IF;
  PERFORM write_order_events(v_order.id, p_events);
  outcome := 'SAVED';
END $$;

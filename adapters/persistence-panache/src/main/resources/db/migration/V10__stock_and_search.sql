-- Low stock is judged when a transaction ends, because it may change pieces and threshold one after
-- the other: what lies between is nobody's news. The conditions of the triggers still compare the row
-- before and after, in memory, at each update; only what they note is looked at again at the end.

-- Opens an alert where stock is at its level or below, and closes it where there is more than that.
-- The row of stock is held since the update that led here, so that each crossing is one alert; and it
-- is read anew, because later updates of the same transaction count.
CREATE OR REPLACE FUNCTION watch_stock() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_id uuid := time_ordered_id(v_now);
  v_stock stock;
BEGIN
  SELECT s.* INTO v_stock FROM stock s WHERE s.product_id = NEW.product_id;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF v_stock.available > v_stock.low_at THEN
    UPDATE stock_alert a SET closed_at = v_now
      WHERE a.product_id = v_stock.product_id AND a.closed_at IS NULL;
    RETURN NULL;
  END IF;
  INSERT INTO stock_alert (id, product_id, opened_at) VALUES (v_id, v_stock.product_id, v_now)
    ON CONFLICT (product_id) WHERE closed_at IS NULL DO NOTHING;
  -- Whoever adds products that are low knows it, and a whole catalogue of them would be a flood.
  IF FOUND AND TG_OP = 'UPDATE' THEN
    INSERT INTO outbox (order_id, subject, type, payload, at)
      VALUES (NULL, v_id, 'STOCK_LOW', jsonb_build_object(
        'product', v_stock.product_id, 'inventory', v_stock.available,
        'threshold', v_stock.low_at), v_now);
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER stock_watched ON stock;
CREATE CONSTRAINT TRIGGER stock_watched AFTER UPDATE ON stock
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.available <= OLD.low_at) <> (NEW.available <= NEW.low_at) OR OLD.low_at <> NEW.low_at)
  EXECUTE FUNCTION watch_stock();

-- A product that begins with nothing and is not watched is no news.
DROP TRIGGER stock_opened ON stock;
CREATE CONSTRAINT TRIGGER stock_opened AFTER INSERT ON stock
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.available <= NEW.low_at AND NEW.low_at > 0)
  EXECUTE FUNCTION watch_stock();

-- Searching --------------------------------------------------------------------------------------

COMMENT ON TABLE search_word IS
  'every word that ever stood in a product, also those that stand in none any more; see used_words';

-- Those of the words that stand in a product which is sold now, in their order, at most so many.
-- Only the bitmap of the words' index is quick for each of them, whatever the statistics say.
CREATE FUNCTION used_words(p_words text[], p_most integer) RETURNS SETOF text
LANGUAGE plpgsql STABLE STRICT
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
DECLARE
  v_word text;
  v_query tsquery;
  v_found integer := 0;
BEGIN
  FOREACH v_word IN ARRAY p_words LOOP
    EXIT WHEN v_found >= p_most;
    v_query := ('''' || replace(replace(v_word, '\', '\\'), '''', '''''') || '''')::tsquery;
    IF EXISTS (SELECT FROM product p WHERE p.status = 'ACTIVE' AND p.words @@ v_query) THEN
      v_found := v_found + 1;
      RETURN NEXT v_word;
    END IF;
  END LOOP;
END $$;

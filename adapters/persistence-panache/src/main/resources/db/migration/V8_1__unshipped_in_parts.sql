-- Orders leave in parts: what they still hold is what no shipment has taken out of the house.

CREATE OR REPLACE VIEW unshipped (order_id, product_id, quantity) AS
  SELECT l.order_id, l.product_id, l.quantity::bigint - coalesce(g.gone, 0)
    FROM customer_order o
    JOIN order_line l ON l.order_id = o.id
    LEFT JOIN (
      SELECT p.item_id, sum(p.quantity)::bigint AS gone
        FROM shipment s JOIN shipment_line p ON p.shipment_id = s.id
        WHERE s.shipped_at IS NOT NULL
        GROUP BY p.item_id) g ON g.item_id = l.id
    WHERE o.status IN ('PENDING', 'CONFIRMED', 'PROCESSING');

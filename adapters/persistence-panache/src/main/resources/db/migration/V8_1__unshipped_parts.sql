-- Orders ship in parts: what has left the house is held no more, though the order goes on.
CREATE OR REPLACE VIEW unshipped (order_id, product_id, quantity) AS
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

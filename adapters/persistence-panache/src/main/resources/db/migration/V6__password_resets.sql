-- Wishes for other passwords. The token is computed from the id and a key, and stands nowhere.
--
-- A wish for an address that nobody has is a row like the others, so that nobody can tell by the
-- time of an answer which is which; hence no foreign key, which would be checked for some only.
CREATE TABLE password_reset (
  id          uuid        PRIMARY KEY,
  account     bytea       NOT NULL,
  customer_id uuid,
  at          timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz
);
COMMENT ON COLUMN password_reset.account IS 'a digest of the address that was asked for';
COMMENT ON COLUMN password_reset.customer_id IS 'whose active account had the address';

CREATE INDEX password_reset_account ON password_reset (account, at);
CREATE INDEX password_reset_customer ON password_reset (customer_id) WHERE used_at IS NULL;
CREATE INDEX password_reset_oldest ON password_reset (at);

-- Adds a wish, unless there are too many for the address already; answers whether it did.
CREATE FUNCTION add_password_reset(
  p_id uuid, p_account bytea, p_email_key text, p_at timestamptz, p_expires_at timestamptz,
  p_most integer, p_since timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  -- Many at once for one address come one after the other, and see one another.
  PERFORM pg_advisory_xact_lock(hashtextextended('password-reset ' || encode(p_account, 'hex'), 0));
  IF (SELECT count(*) FROM password_reset r WHERE r.account = p_account AND r.at >= p_since)
      >= p_most THEN
    RETURN false;
  END IF;
  INSERT INTO password_reset (id, account, customer_id, at, expires_at)
    VALUES (p_id, p_account, (
      SELECT c.id FROM customer c
        WHERE c.email_key = p_email_key AND c.kind = 'ACCOUNT' AND c.status = 'ACTIVE'),
      p_at, p_expires_at);
  RETURN true;
END $$;

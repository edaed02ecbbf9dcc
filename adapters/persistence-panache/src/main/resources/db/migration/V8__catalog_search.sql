-- Finding products, announcing what changed about them, and taking whole catalogues in.
--
-- What is searched stands in columns of its own, made from the others by the functions here: in
-- lower case, without accents, cut into words by rules that do not depend on the locale of the
-- database. Stock has its own table, so that no sale ever touches an index of the search.

-- The form in which texts are compared: "Café" and "CAFE" are the same.
DO $$
DECLARE
  -- Which letters have a lower case is told by a collation; the best one that is there.
  v_collation text := coalesce(
    (SELECT 'pg_catalog.' || quote_ident(collname) FROM pg_collation
       WHERE collname IN ('pg_c_utf8', 'und-x-icu')
         AND collnamespace = 'pg_catalog'::regnamespace
       ORDER BY collname LIMIT 1),
    'pg_catalog."default"');
BEGIN
  EXECUTE format($f$
    CREATE FUNCTION search_key(p_text text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
      WHEN octet_length(p_text) = length(p_text) THEN lower(p_text COLLATE "C")
      ELSE regexp_replace(
        lower(normalize(p_text, NFKD) COLLATE %s), '[\u0300-\u036f]', '', 'g') COLLATE "C"
    END
  $f$, v_collation);
END $$;

-- The words of a text in that form, and what else is looked up like words, marked by an underscore:
-- each sign of ASCII, for those who look for a sign; and of scripts that write without spaces between
-- words (Thai, Lao, Khmer, Burmese, Chinese, Japanese) pairs of neighbouring characters, so that a
-- part of what stands there is found.
CREATE FUNCTION search_lexemes(p_key text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT coalesce(array_agg(DISTINCT part), '{}')
    FROM (
      SELECT left(word, 64) AS part
        FROM regexp_split_to_table(
          p_key COLLATE "C",
          '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+') AS word
        WHERE word <> ''
      UNION ALL
      SELECT '_' || sign
        FROM regexp_split_to_table(
          regexp_replace(
            p_key COLLATE "C", '[^\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e]+', '', 'g'),
          '') AS sign
        WHERE sign <> ''
      UNION ALL
      SELECT '_' || substr(run, n, 2)
        FROM regexp_split_to_table(
          CASE WHEN octet_length(p_key) = length(p_key) THEN '' ELSE p_key END COLLATE "C",
          '[^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+') AS run,
          generate_series(1, length(run)) AS n
    ) AS parts);

CREATE FUNCTION search_words(p_text text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN array_to_tsvector(search_lexemes(search_key(p_text)));

-- How many decimals amounts in a currency have: two, but for these.
CREATE FUNCTION currency_units(p_currency text) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
  WHEN p_currency IN ('ADP', 'BEF', 'BIF', 'BYB', 'BYR', 'CLP', 'DJF', 'ESP', 'GNF', 'GRD', 'ISK',
    'ITL', 'JPY', 'KMF', 'KRW', 'LUF', 'MGF', 'PTE', 'PYG', 'ROL', 'RWF', 'TPE', 'TRL', 'UGX',
    'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') THEN 1
  WHEN p_currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 1000
  WHEN p_currency IN ('CLF', 'UYW') THEN 10000
  ELSE 100
END;

ALTER TABLE product
  ADD COLUMN amount numeric
    GENERATED ALWAYS AS (price_minor / currency_units(currency::text)) STORED,
  ADD COLUMN name_key text COLLATE "C"
    GENERATED ALWAYS AS (left(search_key(name), 200)) STORED,
  ADD COLUMN title_key text COLLATE "C"
    GENERATED ALWAYS AS (search_key(sku || ' ' || name)) STORED,
  ADD COLUMN title_words tsvector
    GENERATED ALWAYS AS (search_words(sku || ' ' || name)) STORED,
  ADD COLUMN words tsvector
    GENERATED ALWAYS AS (search_words(sku || ' ' || name || ' ' || description)) STORED;
COMMENT ON COLUMN product.amount IS 'the price as a decimal number, by which lists are sorted';
COMMENT ON COLUMN product.name_key IS 'the name in the form in which names are sorted and compared';

CREATE INDEX product_by_name ON product (name_key, id) WHERE status = 'ACTIVE';
CREATE INDEX product_by_threshold ON product (low_stock_threshold) WHERE status = 'ACTIVE';
CREATE INDEX product_by_price ON product (amount, id) WHERE status = 'ACTIVE';
-- Short lists of what is not yet sorted in, because every search reads all of that, too.
CREATE INDEX product_title_words ON product USING gin (title_words)
  WITH (gin_pending_list_limit = 256) WHERE status = 'ACTIVE';
CREATE INDEX product_words ON product USING gin (words)
  WITH (gin_pending_list_limit = 512) WHERE status = 'ACTIVE';

-- Every word that ever stood in a product, for guessing what was meant by one that does not.
CREATE TABLE search_word (
  word text COLLATE "C" PRIMARY KEY
);

-- Similar words are found by pg_trgm, which the owner of a database may install by themselves. Where
-- neither they nor anybody else did, words with the same beginning are looked through instead, and
-- parts of words by reading on; docs/operation.md says how to have it later.
CREATE FUNCTION use_trigrams() RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  v_schema text;
BEGIN
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
  EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE WARNING 'pg_trgm cannot be installed: %', SQLERRM;
  END;
  SELECT quote_ident(n.nspname) INTO v_schema
    FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname = 'pg_trgm';
  IF v_schema IS NULL THEN
    RETURN false;
  END IF;
  EXECUTE format(
    'CREATE INDEX IF NOT EXISTS product_title_parts ON product USING gin (title_key %s.gin_trgm_ops)'
    ' WITH (gin_pending_list_limit = 256) WHERE status = ''ACTIVE''', v_schema);
  EXECUTE format(
    'CREATE INDEX IF NOT EXISTS search_word_parts ON search_word USING gin (word %s.gin_trgm_ops)',
    v_schema);
  EXECUTE format($f$
    CREATE OR REPLACE FUNCTION similar_words(p_word text) RETURNS SETOF text
    LANGUAGE sql STABLE STRICT
    SET pg_trgm.similarity_threshold = 0.2
    AS $b$
      SELECT w.word FROM search_word w
        WHERE w.word OPERATOR(%1$s.%%) p_word
          AND length(w.word) BETWEEN length(p_word) - 2 AND length(p_word) + 2
        ORDER BY %1$s.similarity(w.word, p_word) DESC, w.word LIMIT 200
    $b$
  $f$, v_schema);
  RETURN true;
END $$;

CREATE FUNCTION similar_words(p_word text) RETURNS SETOF text
LANGUAGE sql STABLE STRICT
AS $$
  SELECT w.word FROM search_word w
    WHERE w.word >= left(p_word, 1) AND w.word < left(p_word, 1) || U&'\+10FFFF'
      AND length(w.word) BETWEEN length(p_word) - 2 AND length(p_word) + 2
    LIMIT 5000
$$;

SELECT use_trigrams();

-- Keeps the words, and tells all replicas which products are not what they were. Stock is never
-- announced: commits that announce something follow one after the other.
CREATE FUNCTION announce_products() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_word (word)
    SELECT DISTINCT w.word
      FROM changed c, unnest(tsvector_to_array(c.words)) AS w (word)
      WHERE length(w.word) BETWEEN 3 AND 40 AND w.word !~ '[0-9_]'
        AND NOT EXISTS (SELECT FROM search_word s WHERE s.word = w.word)
      ORDER BY w.word
    ON CONFLICT DO NOTHING;
  IF (SELECT count(*) FROM (SELECT FROM changed LIMIT 51) AS c) > 50 THEN
    PERFORM pg_notify('product_changed', '*');
  ELSE
    PERFORM pg_notify('product_changed', c.id::text) FROM changed c;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER product_added AFTER INSERT ON product
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_products();
CREATE TRIGGER product_changed AFTER UPDATE ON product
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_products();

INSERT INTO search_word (word)
  SELECT DISTINCT w.word
    FROM product p, unnest(tsvector_to_array(p.words)) AS w (word)
    WHERE length(w.word) BETWEEN 3 AND 40 AND w.word !~ '[0-9_]';

-- How far files of products have been taken in, for those who wait: written with each batch.
CREATE TABLE catalogue_import (
  id         uuid        PRIMARY KEY,
  dry_run    boolean     NOT NULL,
  state      text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'ABORTED')),
  lines      bigint      NOT NULL,
  created    bigint      NOT NULL,
  updated    bigint      NOT NULL,
  rejected   bigint      NOT NULL,
  actor_type text        NOT NULL,
  actor_id   text,
  started_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX catalogue_import_newest ON catalogue_import (started_at, id);

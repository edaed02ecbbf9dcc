-- Every look-up of a word reads all that its index has not sorted in yet, and a search for misspelt
-- words makes dozens: with half a megabyte of it they took 130 ms, with this little a few.
ALTER INDEX product_words SET (gin_pending_list_limit = 64);
ALTER INDEX product_title_words SET (gin_pending_list_limit = 64);
ALTER INDEX IF EXISTS product_title_parts SET (gin_pending_list_limit = 64);
ALTER INDEX IF EXISTS search_word_parts SET (gin_pending_list_limit = 64);

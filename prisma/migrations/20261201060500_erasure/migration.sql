-- An account that was erased stays as a nameless row: what others need of it (an appointment, a count) points there.
ALTER TABLE "app_user" ADD COLUMN "erased_at" TIMESTAMPTZ(3);
ALTER TABLE "app_user" ADD COLUMN "farewell_email" CITEXT;
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_erased_is_nameless" CHECK (
  "erased_at" IS NULL OR ("password_hash" IS NULL AND "email_verified_at" IS NULL AND NOT "is_administrator")
);
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_farewell_of_erased" CHECK ("farewell_email" IS NULL OR "erased_at" IS NOT NULL);

-- What would be deleted with an account (ON DELETE CASCADE: sessions, memberships, keys, settings) is deleted; all else
-- goes on pointing at the nameless row. Asked of the catalogue, so that a table that comes later is not forgotten.
CREATE FUNCTION erase_account(account uuid, moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own record;
  address citext;
BEGIN
  SELECT email INTO address FROM "app_user" WHERE id = account FOR UPDATE;
  FOR own IN
    SELECT c.conrelid::regclass AS held, a.attname AS held_by FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = '"app_user"'::regclass AND c.confdeltype = 'c'
      AND array_length(c.conkey, 1) = 1
  LOOP
    EXECUTE format('DELETE FROM %s WHERE %I = $1', own.held, own.held_by) USING account;
  END LOOP;
  DELETE FROM "one_use_link" WHERE subject_id = account::text OR payload ->> 'userId' = account::text;
  DELETE FROM "search_subscriber" WHERE email = address;
  DELETE FROM "organisation_invitation" WHERE email = address;
  UPDATE "phone_entry" SET contact_name = NULL, contact_email = NULL WHERE contact_email = address;
  DELETE FROM "mail_log" WHERE recipient = address::text;
  UPDATE "app_user" SET email = 'erased-' || account || '@erased.invalid', name = 'Oud-collega', password_hash = NULL,
    email_verified_at = NULL, is_administrator = false, erased_at = moment, farewell_email = address
  WHERE id = account;
END $$;

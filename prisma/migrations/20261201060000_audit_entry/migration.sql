-- Who did what to what and when. Rows are only ever added; what is older than two years may go, by the one routine below.
CREATE TYPE "audit_actor" AS ENUM ('user', 'link', 'visitor', 'system');
CREATE TABLE "audit_entry" (
  "id" BIGSERIAL NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "kind" TEXT NOT NULL,
  "actor" "audit_actor" NOT NULL,
  "actor_id" UUID,
  "as_user_id" UUID,
  "subject" TEXT NOT NULL,
  "subject_id" TEXT NOT NULL,
  "details" JSONB NOT NULL DEFAULT '{}',
  "network" TEXT,
  CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "audit_entry_user_is_named" CHECK ("actor" <> 'user' OR "actor_id" IS NOT NULL)
);
CREATE INDEX "audit_entry_at_idx" ON "audit_entry" ("at");
CREATE INDEX "audit_entry_kind_id_idx" ON "audit_entry" ("kind", "id");
CREATE INDEX "audit_entry_actor_id_id_idx" ON "audit_entry" ("actor_id", "id");
CREATE INDEX "audit_entry_subject_id_id_idx" ON "audit_entry" ("subject_id", "id");

-- No foreign keys: a row outlives the account and the thing that it names.
CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('schakel.forgets_audit', true) = 'on'
     AND OLD.at < now() - interval '2 years' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the audit log is only added to (% refused)', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();
CREATE TRIGGER audit_entry_stays_whole BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();

-- The only way by which rows leave: those of more than two years ago, by the clock of the database.
CREATE FUNCTION forget_audit_entries() RETURNS integer LANGUAGE plpgsql AS $$
DECLARE gone integer;
BEGIN
  PERFORM set_config('schakel.forgets_audit', 'on', true);
  DELETE FROM "audit_entry" WHERE at < now() - interval '2 years';
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM set_config('schakel.forgets_audit', 'off', true);
  RETURN gone;
END $$;

-- However somebody signs in, a session begins: with its row this one is written, or neither.
CREATE FUNCTION audit_sign_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "audit_entry" (at, kind, actor, actor_id, subject, subject_id)
  VALUES (NEW.created_at, 'SignedIn', 'user', NEW.user_id, 'user', NEW.user_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER session_is_audited AFTER INSERT ON "session" FOR EACH ROW EXECUTE FUNCTION audit_sign_in();

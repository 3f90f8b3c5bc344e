-- The clock first: every deadline in every table below is judged by app_now().
CREATE TABLE "app_clock" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "virtual_base" TIMESTAMPTZ(6) NOT NULL,
    "real_base" TIMESTAMPTZ(6) NOT NULL,
    "rate" DOUBLE PRECISION NOT NULL DEFAULT 1,
    CONSTRAINT "app_clock_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "app_clock_one_row" CHECK ("id"),
    CONSTRAINT "app_clock_rate" CHECK ("rate" BETWEEN 0 AND 24)
);

-- The database's clock where no row stands (production always), else the row's offset and rate. Constant within a statement.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT virtual_base + (statement_timestamp() - real_base) * rate FROM app_clock),
    statement_timestamp())
$$;

-- CreateTable
CREATE TABLE "taxpayer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "identifier" BYTEA NOT NULL,
    "masked_identifier" TEXT NOT NULL,
    "npwp_index" BYTEA NOT NULL,
    "nik_index" BYTEA,
    "tax_office_code" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),

    CONSTRAINT "taxpayer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "efin" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "taxpayer_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL,
    "valid_until" TIMESTAMPTZ(6) NOT NULL,
    "activated_at" TIMESTAMPTZ(6),

    CONSTRAINT "efin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activation" (
    "id" TEXT NOT NULL,
    "taxpayer_id" UUID NOT NULL,
    "efin_id" UUID NOT NULL,
    "flow_hash" BYTEA NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),

    CONSTRAINT "activation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "taxpayer_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "second_factor" TEXT,
    "liability_version" TEXT NOT NULL,
    "liability_accepted_at" TIMESTAMPTZ(6) NOT NULL,
    "activated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),

    CONSTRAINT "account_pkey" PRIMARY KEY ("taxpayer_id")
);

-- CreateTable
CREATE TABLE "session" (
    "hash" BYTEA NOT NULL,
    "taxpayer_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "session_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "known_browser" (
    "hash" BYTEA NOT NULL,
    "taxpayer_id" UUID NOT NULL,
    "known_since" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),

    CONSTRAINT "known_browser_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "failure_count" (
    "key" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_end" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "failure_count_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "contact_channel" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "owner" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "address" BYTEA NOT NULL,
    "address_index" BYTEA NOT NULL,
    "masked_address" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "binding" BYTEA NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "confirmed_at" TIMESTAMPTZ(6),
    "replaced_at" TIMESTAMPTZ(6),

    CONSTRAINT "contact_channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lane" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "live" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "lane_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "priority" SMALLINT NOT NULL,
    "content_ref" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "address" BYTEA NOT NULL,
    "address_index" BYTEA NOT NULL,
    "masked_address" TEXT NOT NULL,
    "cause" TEXT NOT NULL DEFAULT 'ASKED',
    "locale" TEXT NOT NULL DEFAULT 'id',
    "state" TEXT NOT NULL DEFAULT 'QUEUED',
    "queued_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "sent_on_at" TIMESTAMPTZ(6),
    "delivered_at" TIMESTAMPTZ(6),
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "not_before" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "leased_until" TIMESTAMPTZ(6),
    "leased_by" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "route" TEXT,
    "provider_id" TEXT,
    "reply" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_event" (
    "id" BIGSERIAL NOT NULL,
    "message_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "kind" TEXT NOT NULL,
    "route" TEXT,
    "reply" TEXT,

    CONSTRAINT "message_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orphan_receipt" (
    "id" BIGSERIAL NOT NULL,
    "route" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),

    CONSTRAINT "orphan_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy" (
    "key" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("key","valid_from")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,

    CONSTRAINT "agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_session" (
    "hash" BYTEA NOT NULL,
    "agent_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "agent_session_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "title_id" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "affects" TEXT[],
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "until" TIMESTAMPTZ(6),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maintenance" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "title_id" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "from" TIMESTAMPTZ(6) NOT NULL,
    "to" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "maintenance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "id" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "binding" BYTEA NOT NULL,
    "flow_hash" BYTEA,
    "network" TEXT NOT NULL DEFAULT '',
    "prefix" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "reference" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'id',
    "attempts_used" INTEGER NOT NULL DEFAULT 0,
    "attempts_max" INTEGER NOT NULL,
    "sends" INTEGER NOT NULL DEFAULT 1,
    "last_sent_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "issued_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "window_seconds" INTEGER,
    "valid_until" TIMESTAMPTZ(6),
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "end_cause" TEXT,

    CONSTRAINT "verification_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_failure" (
    "account" TEXT NOT NULL,
    "consecutive" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "code_failure_pkey" PRIMARY KEY ("account")
);

-- CreateIndex
CREATE UNIQUE INDEX "taxpayer_npwp_index_key" ON "taxpayer"("npwp_index");

-- CreateIndex
CREATE UNIQUE INDEX "taxpayer_nik_index_key" ON "taxpayer"("nik_index");

-- CreateIndex
CREATE INDEX "efin_taxpayer_id_idx" ON "efin"("taxpayer_id");

-- CreateIndex
CREATE UNIQUE INDEX "activation_taxpayer_id_key" ON "activation"("taxpayer_id");

-- CreateIndex
CREATE INDEX "session_taxpayer_id_idx" ON "session"("taxpayer_id");

-- CreateIndex
CREATE INDEX "contact_channel_owner_idx" ON "contact_channel"("owner");

-- CreateIndex
CREATE INDEX "message_content_ref_idx" ON "message"("content_ref");

-- CreateIndex
CREATE INDEX "message_route_provider_id_idx" ON "message"("route", "provider_id");

-- CreateIndex
CREATE INDEX "message_address_index_queued_at_idx" ON "message"("address_index", "queued_at");

-- CreateIndex
CREATE INDEX "message_lane_delivered_at_idx" ON "message"("lane", "delivered_at");

-- CreateIndex
CREATE INDEX "message_event_message_id_idx" ON "message_event"("message_id");

-- CreateIndex
CREATE INDEX "orphan_receipt_route_provider_id_idx" ON "orphan_receipt"("route", "provider_id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_at_idx" ON "audit_entry"("subject", "at");

-- CreateIndex
CREATE UNIQUE INDEX "agent_login_key" ON "agent"("login");

-- CreateIndex
CREATE INDEX "verification_token_account_issued_at_idx" ON "verification_token"("account", "issued_at");

-- CreateIndex
CREATE INDEX "verification_token_network_issued_at_idx" ON "verification_token"("network", "issued_at");

-- CreateIndex
CREATE INDEX "verification_token_prefix_issued_at_idx" ON "verification_token"("prefix", "issued_at");

-- CreateIndex
CREATE INDEX "verification_token_subject_purpose_idx" ON "verification_token"("subject", "purpose");

-- AddForeignKey
ALTER TABLE "efin" ADD CONSTRAINT "efin_taxpayer_id_fkey" FOREIGN KEY ("taxpayer_id") REFERENCES "taxpayer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activation" ADD CONSTRAINT "activation_taxpayer_id_fkey" FOREIGN KEY ("taxpayer_id") REFERENCES "taxpayer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_taxpayer_id_fkey" FOREIGN KEY ("taxpayer_id") REFERENCES "taxpayer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_event" ADD CONSTRAINT "message_event_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_session" ADD CONSTRAINT "agent_session_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema language cannot say.

-- The words a state, purpose or channel may be.
ALTER TABLE "message" ADD CONSTRAINT "message_state" CHECK (state IN ('QUEUED','SENT_ON','DELIVERED','REFUSED','DROPPED'));
ALTER TABLE "message" ADD CONSTRAINT "message_kind" CHECK (kind IN ('CODE','RECEIPT','NOTICE'));
ALTER TABLE "message" ADD CONSTRAINT "message_channel" CHECK (channel IN ('SMS','EMAIL'));
ALTER TABLE "message" ADD CONSTRAINT "message_cause" CHECK (cause IN ('ASKED','ASKED_AGAIN','FAILOVER'));
ALTER TABLE "verification_token" ADD CONSTRAINT "verification_token_state" CHECK (state IN ('OPEN','VERIFIED','LOCKED','EXPIRED','CANCELLED'));
ALTER TABLE "verification_token" ADD CONSTRAINT "verification_token_purpose" CHECK (purpose IN ('CONFIRM_CHANNEL','SUBMIT_RETURN','SIGN_IN','RESET_PASSWORD','CHANGE_CHANNEL','REGISTER'));
ALTER TABLE "verification_token" ADD CONSTRAINT "verification_token_attempts" CHECK (attempts_used BETWEEN 0 AND attempts_max);
ALTER TABLE "contact_channel" ADD CONSTRAINT "contact_channel_channel" CHECK (channel IN ('SMS','EMAIL'));

-- The queue: what a worker claims, in the order in which it claims it.
CREATE INDEX "message_due" ON "message" (lane, priority, queued_at DESC) WHERE state = 'QUEUED';
-- One open token per subject, purpose and binding: asking again finds it.
CREATE UNIQUE INDEX "verification_token_one_open" ON "verification_token" (subject, purpose, binding) WHERE state = 'OPEN';
-- One address of each kind in use per taxpayer, and one waiting to be confirmed.
CREATE UNIQUE INDEX "contact_channel_one_confirmed" ON "contact_channel" (owner, channel) WHERE confirmed_at IS NOT NULL AND replaced_at IS NULL;
CREATE UNIQUE INDEX "contact_channel_one_proposed" ON "contact_channel" (owner, channel) WHERE confirmed_at IS NULL AND replaced_at IS NULL;
-- One e-FIN in use per taxpayer is activated at most once.
CREATE UNIQUE INDEX "efin_one_activated" ON "efin" (taxpayer_id) WHERE activated_at IS NOT NULL;

-- Jobs are added through this function, so that the application's role needs no right on the job library's own tables.
CREATE FUNCTION enqueue_job(task text, payload json, job_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, job_key := enqueue_job.job_key, max_attempts := 12);
END $$;

-- The audit is append-only: for everybody by trigger, and the application's role may only insert.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
BEGIN
  CREATE ROLE sampai_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$ BEGIN EXECUTE format('GRANT sampai_app TO %I', current_user); END $$;
GRANT USAGE ON SCHEMA public TO sampai_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO sampai_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO sampai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO sampai_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO sampai_app;
REVOKE SELECT, UPDATE, DELETE, TRUNCATE ON "audit_entry" FROM sampai_app;
-- The clock row and the policy are the operator's.
REVOKE INSERT, UPDATE, DELETE ON "app_clock", "policy" FROM sampai_app;

-- Policy in force from the beginning (R31). Seconds, counts and whole rupiah.
INSERT INTO "policy" (key, valid_from, value) VALUES
  ('token.SUBMIT_RETURN',   '2015-02-13 00:00+07', '{"windowSeconds": {"SMS": 600, "EMAIL": 600}, "endSeconds": {"SMS": 5400, "EMAIL": 5400}}'),
  ('token.CONFIRM_CHANNEL', '2015-02-13 00:00+07', '{"windowSeconds": {"SMS": 600, "EMAIL": null}, "endSeconds": {"SMS": 5400, "EMAIL": 86400}}'),
  ('token.REGISTER',        '2015-02-13 00:00+07', '{"windowSeconds": {"SMS": 600, "EMAIL": null}, "endSeconds": {"SMS": 5400, "EMAIL": 86400}}'),
  ('token.CHANGE_CHANNEL',  '2015-02-13 00:00+07', '{"windowSeconds": {"SMS": 600, "EMAIL": null}, "endSeconds": {"SMS": 5400, "EMAIL": 86400}}'),
  ('token.SIGN_IN',         '2015-02-13 00:00+07', '{"windowSeconds": {"SMS": null, "EMAIL": null}, "endSeconds": {"SMS": 600, "EMAIL": 600}}'),
  ('token.RESET_PASSWORD',  '2015-02-13 00:00+07', '{"windowSeconds": {"SMS": null, "EMAIL": null}, "endSeconds": {"SMS": 600, "EMAIL": 600}}'),
  ('token.limits',          '2015-02-13 00:00+07', '{"attempts": 5, "consecutiveWrong": 100, "resendSeconds": [60, 120, 240], "sends": 4, "messages": 6, "perHour": 6, "perDay": 20, "smsPerNumberHour": 3}'),
  ('sms.budgets',           '2015-02-13 00:00+07', '{"enforced": false, "perNetworkHour": 30, "perPrefixHour": 2000}'),
  ('sms.prices',            '2015-02-13 00:00+07', '{"sms:telkomsel": 0, "sms:indosat": 0, "sms:xl": 0, "sms:axis": 0, "sms:tri": 350, "sms:smartfren": 350}'),
  ('sms.free_purposes',     '2015-02-13 00:00+07', '["CONFIRM_CHANNEL", "SIGN_IN", "RESET_PASSWORD", "REGISTER"]'),
  ('accounts.limits',       '2015-02-13 00:00+07', '{"failuresPerSource": 5, "failuresPerBrowser": 10, "windowSeconds": 900, "failuresPerAccount": 50, "accountDelaySeconds": 30, "sessionIdleSeconds": 1800, "sessionSeconds": 43200, "efinDays": 30}');

-- Carriers as the authority knows them (R35, R37): Smartfren has not passed its conformance run.
INSERT INTO "lane" (id, channel, name, live) VALUES
  ('sms:telkomsel', 'SMS', 'Telkomsel', true), ('sms:indosat', 'SMS', 'Indosat', true), ('sms:xl', 'SMS', 'XL', true),
  ('sms:axis', 'SMS', 'Axis', true), ('sms:tri', 'SMS', 'Tri', true), ('sms:smartfren', 'SMS', 'Smartfren', false),
  ('mail:gmail', 'EMAIL', 'Gmail', true), ('mail:yahoo', 'EMAIL', 'Yahoo', true), ('mail:outlook', 'EMAIL', 'Outlook', true);

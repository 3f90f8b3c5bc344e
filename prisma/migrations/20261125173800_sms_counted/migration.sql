-- Every SMS says itself which network asked for it and to which number block it goes: a code that began as e-mail and went by SMS
-- after all is counted like any other.
ALTER TABLE "message" ADD COLUMN "network" TEXT NOT NULL DEFAULT '';
ALTER TABLE "message" ADD COLUMN "prefix" TEXT NOT NULL DEFAULT '';
UPDATE "message" m SET network = t.network, prefix = CASE WHEN t.channel = 'SMS' THEN t.prefix ELSE '' END
  FROM "verification_token" t WHERE t.id = m.content_ref AND m.channel = 'SMS';

-- Budgets count codes by SMS alone, newest first and no further than the budget.
CREATE INDEX "message_sms_network" ON "message" (network, queued_at) WHERE channel = 'SMS' AND kind = 'CODE';
CREATE INDEX "message_sms_prefix" ON "message" (prefix, queued_at) WHERE channel = 'SMS' AND kind = 'CODE';
DROP INDEX "verification_token_sms_network";
DROP INDEX "verification_token_sms_prefix";

CREATE OR REPLACE VIEW "sms_spending" AS
  SELECT m.id AS message, t.id AS token, m.sent_on_at AS at, m.lane, coalesce(t.purpose, m.kind) AS purpose,
    nullif(m.network, '') AS network, nullif(m.prefix, '') AS prefix, encode(m.address_index, 'hex') AS number, m.cost,
    coalesce(t.state = 'VERIFIED', false) AS verified
  FROM message m LEFT JOIN verification_token t ON t.id = m.content_ref
  WHERE m.channel = 'SMS' AND m.sent_on_at IS NOT NULL;

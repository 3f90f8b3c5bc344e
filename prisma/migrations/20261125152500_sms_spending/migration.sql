-- What each SMS cost that a carrier accepted, by everything it may be asked by. Numbers are blind indexes, networks keyed digests.
CREATE VIEW "sms_spending" AS
  SELECT m.id AS message, t.id AS token, m.sent_on_at AS at, m.lane, coalesce(t.purpose, m.kind) AS purpose,
    nullif(t.network, '') AS network, nullif(t.prefix, '') AS prefix, encode(m.address_index, 'hex') AS number, m.cost,
    coalesce(t.state = 'VERIFIED', false) AS verified
  FROM message m LEFT JOIN verification_token t ON t.id = m.content_ref
  WHERE m.channel = 'SMS' AND m.sent_on_at IS NOT NULL;

-- Providers that many domains have their mail with, by name.
INSERT INTO "lane" (id, channel, name, live) VALUES
  ('mail:icloud', 'EMAIL', 'iCloud', true), ('mail:zoho', 'EMAIL', 'Zoho', true)
ON CONFLICT (id) DO NOTHING;

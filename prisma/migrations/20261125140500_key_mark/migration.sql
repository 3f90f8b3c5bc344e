-- CreateTable
CREATE TABLE "key_mark" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "mark" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "key_mark_pkey" PRIMARY KEY ("id")
);

-- One database, one set of keys; the application writes it once and never changes it.
ALTER TABLE "key_mark" ADD CONSTRAINT "key_mark_is_one" CHECK ("id");
REVOKE UPDATE, DELETE ON "key_mark" FROM sampai_app;

-- CreateTable
CREATE TABLE "tax_return" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "taxpayer_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "tax_year" SMALLINT NOT NULL,
    "tax_month" SMALLINT,
    "amendment" SMALLINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "facts" JSONB NOT NULL DEFAULT '{}',
    "prefilled" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),

    CONSTRAINT "tax_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "number" TEXT NOT NULL,
    "return_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT app_now(),
    "digest" BYTEA NOT NULL,
    "figures" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "balance" BIGINT NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "withholding_slip" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "taxpayer_id" UUID NOT NULL,
    "tax_year" SMALLINT NOT NULL,
    "number" TEXT NOT NULL,
    "withholder_npwp" TEXT NOT NULL,
    "withholder_name" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "gross" BIGINT NOT NULL,
    "deductions" BIGINT NOT NULL,
    "withheld" BIGINT NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "withholding_slip_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tax_return_taxpayer_id_id_idx" ON "tax_return"("taxpayer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_return_id_key" ON "receipt"("return_id");

-- CreateIndex
CREATE INDEX "withholding_slip_taxpayer_id_tax_year_idx" ON "withholding_slip"("taxpayer_id", "tax_year");

-- CreateIndex
CREATE UNIQUE INDEX "withholding_slip_withholder_npwp_number_key" ON "withholding_slip"("withholder_npwp", "number");

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "tax_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema language cannot say.

ALTER TABLE "tax_return" ADD CONSTRAINT "tax_return_state" CHECK (state IN ('DRAFT','SUBMITTED'));
ALTER TABLE "tax_return" ADD CONSTRAINT "tax_return_numbers" CHECK (version > 0 AND amendment >= 0 AND tax_month BETWEEN 1 AND 12);
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_outcome" CHECK (outcome IN ('NIL','UNDERPAID','OVERPAID'));
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_digest" CHECK (octet_length(digest) = 32);
ALTER TABLE "withholding_slip" ADD CONSTRAINT "withholding_slip_amounts" CHECK (gross >= 0 AND deductions >= 0 AND withheld >= 0);

-- Amendments number themselves: each number once per return, and one draft at a time however often "open" is pressed.
CREATE UNIQUE INDEX "tax_return_one_revision" ON "tax_return" (taxpayer_id, form, tax_year, tax_month, amendment) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "tax_return_one_draft" ON "tax_return" (taxpayer_id, form, tax_year, tax_month) NULLS NOT DISTINCT WHERE state = 'DRAFT';

-- A submitted revision never changes, whoever asks; nor does a receipt.
CREATE FUNCTION refuse_change_of_submitted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a submitted return never changes' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "tax_return_submitted_stays" BEFORE UPDATE OR DELETE ON "tax_return"
  FOR EACH ROW WHEN (OLD.state = 'SUBMITTED') EXECUTE FUNCTION refuse_change_of_submitted();
CREATE TRIGGER "receipt_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "receipt"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

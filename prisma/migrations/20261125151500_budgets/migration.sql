-- CreateTable
CREATE TABLE "spent_challenge" (
    "nonce" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "spent_challenge_pkey" PRIMARY KEY ("nonce")
);

-- CreateIndex
CREATE INDEX "spent_challenge_ends_at_idx" ON "spent_challenge"("ends_at");

-- DropIndex
DROP INDEX "verification_token_network_issued_at_idx";

-- DropIndex
DROP INDEX "verification_token_prefix_issued_at_idx";

-- Budgets count SMS alone, newest first and no further than the budget.
CREATE INDEX "verification_token_sms_network" ON "verification_token" (network, issued_at) WHERE channel = 'SMS';
CREATE INDEX "verification_token_sms_prefix" ON "verification_token" (prefix, issued_at) WHERE channel = 'SMS';

-- DropForeignKey
ALTER TABLE "WebAuthnChallenge" DROP CONSTRAINT "WebAuthnChallenge_userId_fkey";

-- DropTable
DROP TABLE "WebAuthnChallenge";

-- CreateTable
CREATE TABLE "AnsweredChallenge" (
    "challenge" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AnsweredChallenge_pkey" PRIMARY KEY ("challenge")
);

-- CreateIndex
CREATE INDEX "AnsweredChallenge_expiresAt_idx" ON "AnsweredChallenge"("expiresAt");

-- DropForeignKey
ALTER TABLE "AccessToken" DROP CONSTRAINT "AccessToken_userId_fkey";

-- DropIndex
DROP INDEX "AccessToken_userId_expiresAt_idx";

-- AlterTable
ALTER TABLE "AccessToken" ADD COLUMN     "nameLower" TEXT COLLATE "C",
ADD COLUMN     "ownerDisabled" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "userName" TEXT COLLATE "C";

-- The tokens there are
UPDATE "AccessToken" t SET "nameLower" = lower(t."name"), "userName" = u."username", "ownerDisabled" = u."isDisabled"
FROM "User" u WHERE u."id" = t."userId";

ALTER TABLE "AccessToken" ALTER COLUMN "nameLower" SET NOT NULL, ALTER COLUMN "userName" SET NOT NULL;

-- CreateIndex
CREATE INDEX "AccessToken_userId_userName_ownerDisabled_expiresAt_idx" ON "AccessToken"("userId", "userName", "ownerDisabled", "expiresAt");

-- CreateIndex
CREATE INDEX "AccessToken_userId_createdAt_id_idx" ON "AccessToken"("userId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "AccessToken_createdAt_id_idx" ON "AccessToken"("createdAt", "id");

-- CreateIndex
CREATE INDEX "AccessToken_expiresAt_id_idx" ON "AccessToken"("expiresAt", "id");

-- CreateIndex
CREATE INDEX "AccessToken_lastUsedAt_id_idx" ON "AccessToken"("lastUsedAt", "id");

-- CreateIndex
CREATE INDEX "AccessToken_nameLower_id_idx" ON "AccessToken"("nameLower", "id");

-- CreateIndex
CREATE INDEX "AccessToken_userName_id_idx" ON "AccessToken"("userName", "id");

-- CreateIndex
CREATE INDEX "AccessToken_ownerDisabled_createdAt_id_idx" ON "AccessToken"("ownerDisabled", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "User_id_username_isDisabled_key" ON "User"("id", "username", "isDisabled");

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_userId_userName_ownerDisabled_fkey" FOREIGN KEY ("userId", "userName", "ownerDisabled") REFERENCES "User"("id", "username", "isDisabled") ON DELETE CASCADE ON UPDATE CASCADE;

-- The search of the list of all tokens
CREATE INDEX "AccessToken_search_idx" ON "AccessToken" USING gin (("nameLower" || E'\n' || "userName") gin_trgm_ops);

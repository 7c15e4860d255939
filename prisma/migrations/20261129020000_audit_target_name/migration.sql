-- The name of what an entry is about, as it was at that time; of older entries nobody knows it any more.
ALTER TABLE "AuditEntry" ADD COLUMN "targetName" TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE "AuditEntry" SET "targetName" = "target";

DROP INDEX "AuditEntry_search_idx";
CREATE INDEX "AuditEntry_search_idx" ON "AuditEntry"
  USING gin (lower(("actor" || E'\n' || "verb" || E'\n' || "target" || E'\n' || "targetName") COLLATE "default") gin_trgm_ops);

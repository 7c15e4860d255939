-- CreateTable
CREATE TABLE "RowCount" (
    "id" BIGSERIAL NOT NULL,
    "tableName" TEXT COLLATE "C" NOT NULL,
    "change" BIGINT NOT NULL,

    CONSTRAINT "RowCount_pkey" PRIMARY KEY ("id")
);

-- How many rows a table has is the sum of what each statement added or took away, so that whole lists have an exact total
-- without a visit to each row. Rows are only added here, so that no transaction waits for another one's count.
CREATE FUNCTION "count_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "RowCount" ("tableName", "change")
  SELECT TG_TABLE_NAME, CASE TG_OP WHEN 'INSERT' THEN count(*) ELSE -count(*) END FROM "changed" HAVING count(*) > 0;
  RETURN NULL;
END
$$;

-- Making a trigger keeps others from writing until the rows that there are have been counted.
CREATE TRIGGER "count_added" AFTER INSERT ON "User" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_change"();
CREATE TRIGGER "count_removed" AFTER DELETE ON "User" REFERENCING OLD TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_change"();
CREATE TRIGGER "count_added" AFTER INSERT ON "AccessToken" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_change"();
CREATE TRIGGER "count_removed" AFTER DELETE ON "AccessToken" REFERENCING OLD TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_change"();
CREATE TRIGGER "count_added" AFTER INSERT ON "AuditEntry" REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_change"();
CREATE TRIGGER "count_removed" AFTER DELETE ON "AuditEntry" REFERENCING OLD TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "count_change"();

INSERT INTO "RowCount" ("tableName", "change") SELECT 'User', count(*) FROM "User";
INSERT INTO "RowCount" ("tableName", "change") SELECT 'AccessToken', count(*) FROM "AccessToken";
INSERT INTO "RowCount" ("tableName", "change") SELECT 'AuditEntry', count(*) FROM "AuditEntry";

-- What lists filter users by is in each of their memberships as well: one index then finds, and counts, those members
-- of a group who are also something else, however large the group is.
-- Nobody changes a user before the triggers are there; users are locked first, as everywhere.
LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE;

ALTER TABLE "GroupMember"
  ADD COLUMN "platformRoleId" TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN "isDisabled" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "isMfaEnabled" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "authType" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- Every membership is written anew, which takes the longer the more indexes there are.
DROP INDEX "GroupMember_userId_groupId_idx";

UPDATE "GroupMember" m SET
  "platformRoleId" = u."platformRoleId", "isDisabled" = u."isDisabled",
  "isMfaEnabled" = u."isMfaEnabled", "authType" = u."authType"
FROM "User" u WHERE u."id" = m."userId";

CREATE INDEX "GroupMember_userId_groupId_idx" ON "GroupMember"("userId", "groupId");
CREATE INDEX "GroupMember_traits_idx"
  ON "GroupMember"("groupId", "platformRoleId", "isDisabled", "isMfaEnabled", "authType", "userId");

-- Of a user whom another transaction is changing, the change is waited for (FOR SHARE), so that no copy is older than
-- its user. Without a user, the foreign key speaks.
CREATE FUNCTION "copy_traits_of_user"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holder record;
BEGIN
  SELECT u."platformRoleId", u."isDisabled", u."isMfaEnabled", u."authType" INTO holder
  FROM "User" u WHERE u."id" = NEW."userId" FOR SHARE;
  IF FOUND THEN
    NEW."platformRoleId" := holder."platformRoleId";
    NEW."isDisabled" := holder."isDisabled";
    NEW."isMfaEnabled" := holder."isMfaEnabled";
    NEW."authType" := holder."authType";
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "traits_of_new_member" BEFORE INSERT ON "GroupMember"
  FOR EACH ROW EXECUTE FUNCTION "copy_traits_of_user"();

CREATE FUNCTION "copy_traits_to_memberships"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "GroupMember" SET
    "platformRoleId" = NEW."platformRoleId", "isDisabled" = NEW."isDisabled",
    "isMfaEnabled" = NEW."isMfaEnabled", "authType" = NEW."authType"
  WHERE "userId" = NEW."id";
  RETURN NULL;
END
$$;
CREATE TRIGGER "traits_of_members" AFTER UPDATE ON "User" FOR EACH ROW
  WHEN ((OLD."platformRoleId", OLD."isDisabled", OLD."isMfaEnabled", OLD."authType")
    IS DISTINCT FROM (NEW."platformRoleId", NEW."isDisabled", NEW."isMfaEnabled", NEW."authType"))
  EXECUTE FUNCTION "copy_traits_to_memberships"();

-- As of users: what is counted by this index alone must have been vacuumed since it changed.
ALTER TABLE "GroupMember" SET (
  autovacuum_vacuum_scale_factor = 0.01,
  autovacuum_vacuum_insert_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02
);
ANALYZE "GroupMember";

-- Both indexes hold the id as well: lists that ask who is in a group, or has a gateway, find users by what else they are
-- without visiting the table.
DROP INDEX "User_platformRoleId_isDisabled_isMfaEnabled_authType_userna_idx";
CREATE INDEX "User_platformRoleId_isDisabled_isMfaEnabled_authType_userna_idx"
  ON "User"("platformRoleId", "isDisabled", "isMfaEnabled", "authType", "username", "id");

DROP INDEX "User_list_idx";
CREATE INDEX "User_list_idx" ON "User" ("username")
  INCLUDE ("displayNameLower", "platformRoleId", "isDisabled", "isMfaEnabled", "authType", "id");

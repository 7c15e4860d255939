-- CreateTable
CREATE TABLE "Invite" (
    "id" UUID NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "roleId" TEXT COLLATE "C" NOT NULL,
    "code" BYTEA NOT NULL,
    "origin" TEXT COLLATE "C" NOT NULL,
    "searchText" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "createdBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "mailId" UUID NOT NULL,
    "mailStatus" TEXT COLLATE "C" NOT NULL,
    "mailError" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "mailDelays" INTEGER NOT NULL DEFAULT 0,
    "mailQueuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InviteGroup" (
    "inviteId" UUID NOT NULL,
    "groupId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "InviteGroup_pkey" PRIMARY KEY ("inviteId","groupId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invite_email_key" ON "Invite"("email");

-- CreateIndex
CREATE INDEX "Invite_createdAt_id_idx" ON "Invite"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Invite_expiresAt_id_idx" ON "Invite"("expiresAt", "id");

-- CreateIndex
CREATE INDEX "Invite_roleId_createdAt_id_idx" ON "Invite"("roleId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Invite_mailStatus_createdAt_id_idx" ON "Invite"("mailStatus", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Invite_search_idx" ON "Invite" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "InviteGroup_groupId_inviteId_idx" ON "InviteGroup"("groupId", "inviteId");

-- AddForeignKey
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "InviteGroup" ADD CONSTRAINT "InviteGroup_inviteId_fkey" FOREIGN KEY ("inviteId") REFERENCES "Invite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InviteGroup" ADD CONSTRAINT "InviteGroup_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AlterTable
ALTER TABLE "PendingUser" ADD COLUMN     "lastTriedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "ServerSetting" ADD COLUMN     "pendingToldAt" TIMESTAMPTZ(3) NOT NULL DEFAULT '0001-01-01 00:00:00+00'::timestamp with time zone;

-- CreateTable
CREATE TABLE "PendingUserMail" (
    "id" UUID NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "address" TEXT COLLATE "C" NOT NULL,
    "origin" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "reason" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "mailStatus" TEXT COLLATE "C" NOT NULL,
    "mailError" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "mailDelays" INTEGER NOT NULL DEFAULT 0,
    "mailQueuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PendingUserMail_pkey" PRIMARY KEY ("id")
);

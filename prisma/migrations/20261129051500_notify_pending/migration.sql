ALTER TABLE "ServerSetting" ADD COLUMN "notifyPending" BOOLEAN NOT NULL DEFAULT false;

-- What Prisma's schema language cannot say: a page cannot be rendered with any other value.

ALTER TABLE "UserSettings"
  ADD CONSTRAINT "UserSettings_theme" CHECK ("theme" IN ('dark', 'light', 'system')),
  ADD CONSTRAINT "UserSettings_text_size" CHECK ("textSize" ~ '^(1[2-9]|2[0-4])$');

-- A membership that begins or ends is a new version of the user. With room in its page a row is written anew without an
-- entry in each of the indexes, none of which holds versions: of a tenth of all users at once that takes a fourth of the time.
ALTER TABLE "User" SET (fillfactor = 80);

import { expect, test } from "vitest";
import { reasonOf } from "./connect.mjs";

test.each([
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
])("a certificate of an own authority (%s) is said to be one, with what to do", (code) => {
  const reason = reasonOf(Object.assign(new Error("self-signed certificate"), { code }));
  expect(reason).toMatch(/who signed its certificate.*sslrootcert.*DATABASE_URL/);
});

test("any other reason is the driver's", () => {
  expect(reasonOf(new Error(" no pg_hba.conf entry "))).toBe("no pg_hba.conf entry");
  expect(reasonOf(new AggregateError([new Error("connect ECONNREFUSED")]))).toBe(
    "connect ECONNREFUSED",
  );
});

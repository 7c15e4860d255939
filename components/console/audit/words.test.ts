import { describe, expect, test } from "vitest";
import { changesOf, idsIn, sentenceText } from "@/components/audit/wording";
import { audits } from "@/lib/domains/audits";
import type { AuditEntry } from "@/lib/audit/schema";
import { auditVocabulary } from "./words";

const names = {
  group: (id: string) => (id === "01a2" ? "Crane crew" : null),
  role: (id: string) => (id === "01b3" ? "Operator" : null),
  gateway: (id: string) => (id === "01c4" ? "Roof" : null),
};

function entry(given: Partial<AuditEntry>): AuditEntry {
  return {
    id: "01900000-0000-7000-8000-000000000000",
    at: "2026-11-24T08:00:00.000Z",
    actor: "ada",
    verb: "user.update",
    target_type: "user",
    target: "bob",
    target_name: given.target ?? "bob",
    ip: "",
    user_agent: "",
    request_id: "",
    before: null,
    after: null,
    ...given,
  };
}

function about(given: Partial<AuditEntry>): Partial<AuditEntry> {
  return { target_type: "invite", target: "bob@example.com", ...given };
}

function asked(given: Partial<AuditEntry>): Partial<AuditEntry> {
  return { target_type: "pending-user", target: "bob@example.com", ...given };
}

describe("sentenceText", () => {
  test.each<[string, Partial<AuditEntry>]>([
    [
      "ada changed the display name of bob from “Bob” to “Rob”",
      { before: { display_name: "Bob" }, after: { display_name: "Rob" } },
    ],
    [
      "bob changed their display name from nothing to “Rob”",
      { actor: "bob", before: { display_name: "" }, after: { display_name: "Rob" } },
    ],
    [
      "ada changed the role and MFA of bob",
      {
        before: { platform_role_id: "admin", is_mfa_enabled: true },
        after: { platform_role_id: "auditor", is_mfa_enabled: false },
      },
    ],
    [
      "ada changed the role of bob from Admin to Auditor",
      { before: { platform_role_id: "admin" }, after: { platform_role_id: "auditor" } },
    ],
    [
      "ada changed the groups of bob (added All Networks User Group; removed crane-crew)",
      {
        before: { user_group_ids: ["crane-crew"] },
        after: { user_group_ids: ["global-network-user-grp"] },
      },
    ],
    [
      "ada changed the groups of bob (added Crane crew)",
      { before: { user_group_ids: ["x"] }, after: { user_group_ids: ["01a2", "x"] } },
    ],
    [
      "ada changed the groups of bob (removed a, b, c, and 2 more)",
      { before: { user_group_ids: ["a", "b", "c", "d", "e"] }, after: { user_group_ids: [] } },
    ],
    [
      "ada changed the grants of Crew (added Operator on lab; removed gone on All networks)",
      {
        verb: "group.update",
        target_name: "Crew",
        before: { network_roles: { all_networks: ["gone"] } },
        after: { network_roles: { lab: ["01b3"] } },
      },
    ],
    ["ada deleted the user Bob Builder", { verb: "user.delete", target_name: "Bob Builder" }],
    ["ada deleted the user bob", { verb: "user.delete", target_name: "" }],
    ["ada changed the password of bob", { before: {}, after: { password: "changed" } }],
    ...(
      [
        ["theme from System to Dark", { theme: "system" }, { theme: "dark" }],
        ["text size from 16 px to 20 px", { text_size: "16" }, { text_size: "20" }],
        ["reduced motion from Off to On", { reduced_motion: false }, { reduced_motion: true }],
        [
          "theme and text size",
          { theme: "system", text_size: "16" },
          { theme: "light", text_size: "12" },
        ],
      ] as const
    ).map(([words, before, after]): [string, Partial<AuditEntry>] => [
      `bob changed their ${words}`,
      { actor: "bob", verb: "settings.update", before, after },
    ]),
    [
      "ada disabled bob",
      { before: { account_disabled: false }, after: { account_disabled: true } },
    ],
    [
      "ada created the user bob as service user",
      { verb: "user.create", after: { platform_role_id: "service-user" } },
    ],
    [
      "Setup created the super admin ada",
      {
        actor: "",
        target: "ada",
        verb: "user.create",
        after: { platform_role_id: "super-admin" },
      },
    ],
    ["The master key deleted the user bob", { actor: "masteradministrator", verb: "user.delete" }],
    [
      "ada made bob the super admin",
      { verb: "user.transfer-super-admin", after: { platform_role_id: "super-admin" } },
    ],
    [
      "ada gave up the super admin role",
      { verb: "user.transfer-super-admin", target: "ada", after: { platform_role_id: "admin" } },
    ],
    [
      "bob signed in with a password",
      { actor: "bob", verb: "session.create", after: { auth_method: "password" } },
    ],
    ["bob signed out of 1 session", { actor: "bob", verb: "session.end", before: { sessions: 1 } }],
    ["ada ended 3 sessions of bob", { verb: "session.end", before: { sessions: 3 } }],
    [
      "Somebody failed to sign in as bob 4 times",
      { actor: "", verb: "session.refuse", after: { count: 4 } },
    ],
    [
      "Somebody failed to sign in as bob",
      { actor: "", verb: "session.refuse", after: { count: 1 } },
    ],
    [
      "Somebody reset the password of the super admin ada on the server’s machine",
      { actor: "", verb: "user.reset-super-admin", target: "ada" },
    ],
    [
      "ada attached bob to the gateway Roof",
      {
        verb: "user.attach-gateway",
        before: { remote_gw_ids: ["x"] },
        after: { remote_gw_ids: ["01c4", "x"] },
      },
    ],
    [
      "ada attached bob to a gateway",
      {
        verb: "user.attach-gateway",
        before: { remote_gw_ids: [] },
        after: { remote_gw_ids: ["x"] },
      },
    ],
    [
      "ada detached bob from the gateway Roof",
      {
        verb: "user.detach-gateway",
        before: { remote_gw_ids: ["01c4"], client_configs: 2 },
        after: { remote_gw_ids: [] },
      },
    ],
    [
      "ada detached bob from a gateway",
      {
        verb: "user.detach-gateway",
        before: { remote_gw_ids: ["x"], client_configs: 2 },
        after: { remote_gw_ids: [] },
      },
    ],
    [
      "ada unblocked bob after 12 failed sign-ins",
      { verb: "throttle.lift", before: { failures: 12 } },
    ],
    [
      "Somebody on the server’s machine unblocked bob after 1 failed sign-in",
      { actor: "", verb: "throttle.lift", before: { failures: 1 } },
    ],
    [
      "bob signed in with single sign-on",
      { actor: "bob", verb: "session.create", after: { auth_method: "oidc" } },
    ],
    [
      "bob linked their identity at GitHub (bob@example.com)",
      {
        actor: "bob",
        verb: "identity.link",
        after: { provider: "github", email: "bob@example.com" },
      },
    ],
    [
      "bob unlinked their identity at single sign-on",
      { actor: "bob", verb: "identity.unlink", before: { provider: "oidc", email: "" } },
    ],
    ["bob confirmed their identity", { actor: "bob", verb: "session.confirm-identity" }],
    [
      "ada changed the minimum password length from 5 to 12",
      {
        verb: "server-settings.update",
        target_type: "server-settings",
        target: "server-settings",
        before: { password_min_length: 5 },
        after: { password_min_length: 12 },
      },
    ],
    [
      "ada changed the session lifetime from 12 hours to 1 day 1 hour 1 minute",
      {
        verb: "server-settings.update",
        before: { session_minutes: 720 },
        after: { session_minutes: 1501 },
      },
    ],
    [
      "ada changed the longest API token lifetime and allowed e-mail domains",
      {
        verb: "server-settings.update",
        before: { token_max_days: 366, allowed_email_domains: ["*"] },
        after: { token_max_days: 90, allowed_email_domains: ["example.com"] },
      },
    ],
    [
      "ada changed the allowed e-mail domains from All to a.example and b.example",
      {
        verb: "server-settings.update",
        before: { allowed_email_domains: ["*"] },
        after: { allowed_email_domains: ["a.example", "b.example"] },
      },
    ],
    [
      "ada changed the MFA requirement from Off to On",
      {
        verb: "server-settings.update",
        before: { mfa_enforced: false },
        after: { mfa_enforced: true },
      },
    ],
    [
      "ada created the API token “deploy” for bob",
      { verb: "token.create", after: { token_name: "deploy" } },
    ],
    [
      "bob revoked the API token “deploy”",
      { actor: "bob", verb: "token.revoke", before: { token_name: "deploy" } },
    ],
    [
      "ada revoked the API token “deploy” of bob",
      { verb: "token.revoke", before: { token_name: "deploy" } },
    ],
    [
      "ada invited bob@example.com as auditor",
      about({ verb: "invite.create", after: { platform_role_id: "auditor" } }),
    ],
    [
      "ada sent the invite again to bob@example.com",
      about({ verb: "invite.resend", before: {}, after: { new_link: false } }),
    ],
    [
      "ada made a new link for the invite of bob@example.com",
      about({ verb: "invite.resend", before: {}, after: { new_link: true } }),
    ],
    ["ada revoked the invite of bob@example.com", about({ verb: "invite.revoke", before: {} })],
    [
      "bob@example.com accepted their invite",
      about({ verb: "invite.accept", actor: "bob@example.com", before: {} }),
    ],
    [
      "Somebody new asked to join as bob@example.com",
      asked({ verb: "pending-user.create", actor: "", after: { provider: "google" } }),
    ],
    [
      "ada approved the pending user bob@example.com as auditor",
      asked({ verb: "pending-user.approve", before: {}, after: { platform_role_id: "auditor" } }),
    ],
    [
      "ada rejected the pending user bob@example.com",
      asked({ verb: "pending-user.reject", before: {}, after: { reason: "Who?" } }),
    ],
    ["ada did “kite.fly” to red", { verb: "kite.fly", target_type: "kite", target: "red" }],
    ["ada did “kite.fly”", { verb: "kite.fly", target_type: "kite", target: "" }],
  ])("%s", (text, given) => {
    expect(sentenceText(auditVocabulary, entry(given), names)).toBe(text);
  });
});

describe("changesOf", () => {
  test("names keys and values, before and after", () => {
    const changes = changesOf(
      auditVocabulary,
      entry({
        before: { account_disabled: false, display_name: "" },
        after: { account_disabled: true, display_name: "Rob" },
      }),
      names,
    );
    expect(changes).toEqual([
      { key: "account_disabled", label: "Account", before: "Enabled", after: "Disabled" },
      { key: "display_name", label: "Display name", before: "nothing", after: "“Rob”" },
    ]);
  });

  test("of something made, shows only the keys that say something", () => {
    const changes = changesOf(
      auditVocabulary,
      entry({
        verb: "user.create",
        after: { username: "bob", display_name: "", user_group_ids: [], auth_type: "basic_auth" },
      }),
      names,
    );
    expect(changes).toEqual([
      { key: "auth_type", label: "Sign-in", before: null, after: "Password" },
    ]);
  });

  test("of a token, says when it expires, in UTC", () => {
    const changes = changesOf(
      auditVocabulary,
      entry({
        verb: "token.create",
        after: { token_name: "deploy", expires_at: "2027-02-22T11:30:00.000Z" },
      }),
      names,
    );
    expect(changes).toEqual([
      { key: "token_name", label: "Token", before: null, after: "“deploy”" },
      { key: "expires_at", label: "Expires", before: null, after: "Feb 22, 2027, 11:30:00 UTC" },
    ]);
  });

  test("of grants, says which came and which went, by name", () => {
    const changes = changesOf(
      auditVocabulary,
      entry({
        verb: "group.update",
        before: { network_roles: { lab: ["01b3", "x"], shop: ["x"] } },
        after: { network_roles: { lab: ["x"], all_networks: ["01b3"] } },
      }),
      names,
    );
    expect(changes).toEqual([
      {
        key: "network_roles",
        label: "Grants",
        before: null,
        after: null,
        moves: { added: ["Operator on All networks"], removed: ["Operator on lab", "x on shop"] },
      },
    ]);
  });

  test("of a group that is made, says what it grants", () => {
    const changes = changesOf(
      auditVocabulary,
      entry({
        verb: "group.create",
        after: { id: "01a2", name: "Crew", meta_data: "", network_roles: { lab: ["01b3"] } },
      }),
      names,
    );
    expect(changes).toEqual([
      { key: "name", label: "Name", before: null, after: "“Crew”" },
      { key: "network_roles", label: "Grants", before: null, after: "Operator on lab" },
    ]);
  });

  test("of attachments, says to which gateways they are, by name", () => {
    const [change] = changesOf(
      auditVocabulary,
      entry({ before: { remote_gw_ids: ["x"] }, after: { remote_gw_ids: ["01c4"] } }),
      names,
    );
    expect(change).toMatchObject({
      label: "Gateways attached to",
      moves: { added: ["Roof"], removed: ["x"] },
    });
    const gone = entry({ verb: "user.delete", before: { remote_gw_ids: ["01c4", "x"] } });
    expect(changesOf(auditVocabulary, gone, names)).toMatchObject([{ before: "Roof and x" }]);
  });

  test("of rights, says which came and which went, resource by resource", () => {
    const access = (rights: Record<string, boolean>) => ({ host: { all_host: rights } });
    const changes = changesOf(
      auditVocabulary,
      entry({
        verb: "role.update",
        before: { network_level_access: access({ read: true, delete: true }) },
        after: {
          network_level_access: {
            ...access({ read: true, create: true, update: true }),
            remote_access_gw: { "01c4": { vpn_access: true }, g1: { vpn_access: true } },
          },
        },
      }),
      names,
    );
    expect(changes).toEqual([
      {
        key: "network_level_access",
        label: "Rights",
        before: null,
        after: null,
        moves: {
          added: [
            "All hosts: create and change",
            "Gateways: Roof: connect",
            "Gateways: g1: connect",
          ],
          removed: ["All hosts: delete"],
        },
      },
    ]);
  });

  test("spells out a key that it does not know", () => {
    const changes = changesOf(
      auditVocabulary,
      entry({ before: { wind_speed: 3 }, after: { wind_speed: 4 } }),
      names,
    );
    expect(changes).toEqual([{ key: "wind_speed", label: "Wind speed", before: "3", after: "4" }]);
  });
});

describe("idsIn", () => {
  test("finds the groups, roles and gateways whose names are wanted, and no more", () => {
    const ids = idsIn(auditVocabulary, [
      entry({ before: { user_group_ids: ["kept", "gone"] }, after: { user_group_ids: ["kept"] } }),
      entry({ verb: "group.create", after: { network_roles: { lab: ["01b3"] } } }),
      entry({
        verb: "user.attach-gateway",
        before: { remote_gw_ids: ["kept"] },
        after: { remote_gw_ids: ["kept", "01c4"] },
      }),
    ]);
    expect(ids).toEqual({
      groups: new Set(["gone"]),
      roles: new Set(["01b3"]),
      gateways: new Set(["01c4"]),
    });
  });
});

describe("the filter by what happened", () => {
  const offered = new Set(auditVocabulary.verbOptions.map(({ value }) => value));
  const written = Object.values(audits).flatMap(({ verbs }): readonly string[] => verbs);

  test.each([...new Set(written)])("offers %s, in words", (verb) => {
    expect(offered).toContain(verb);
  });
});

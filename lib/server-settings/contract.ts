import { defineContracts, wrapped } from "@/lib/api/contract";
import {
  serverSettings,
  serverSettingsUpdate,
  settingsPreview,
  testMailRequest,
  testMailResult,
} from "./schema";

const path = "/api/server/settings";

export const serverSettingsContract = defineContracts({
  get: {
    method: "GET",
    path,
    who: "server-settings:read",
    summary: "Get the server's settings",
    versioned: true,
    response: wrapped(serverSettings, "Server settings"),
  },
  update: {
    method: "PUT",
    path,
    who: "server-settings:write",
    summary: "Change the server's settings; absent keys stay",
    audit: "server-settings.update",
    honoursIfMatch: serverSettings,
    body: serverSettingsUpdate,
    versioned: true,
    response: wrapped(serverSettings, "Server settings changed"),
  },
  preview: {
    method: "POST",
    path: `${path}/preview`,
    who: "server-settings:write",
    summary: "Tell whom a change of the settings would lock out, and who would have to set up MFA",
    audit: null,
    body: serverSettingsUpdate,
    response: wrapped(settingsPreview, "Preview"),
  },
  testMail: {
    method: "POST",
    path: `${path}/test_mail`,
    who: "server-settings:write",
    summary: "Send a test mail at once, and tell what the mail server said",
    // It changes nothing here.
    audit: null,
    body: testMailRequest,
    response: wrapped(testMailResult, "Test mail tried"),
  },
});

import { describe, expect, test } from "vitest";
import { readSender, readSmtpUrl } from "./smtp";

describe("readSmtpUrl", () => {
  test.each([
    ["smtp://mail.example.com", { host: "mail.example.com", port: 587, isTls: false, auth: null }],
    ["smtps://mail.example.com/", { host: "mail.example.com", port: 465, isTls: true, auth: null }],
    ["smtp://127.0.0.1:25", { host: "127.0.0.1", port: 25, isTls: false, auth: null }],
    ["smtp://[::1]:25", { host: "::1", port: 25, isTls: false, auth: null }],
    [
      "smtps://ada%40example.com:p%40ss%2F%25%20%C3%A9@mail:2465",
      {
        host: "mail",
        port: 2465,
        isTls: true,
        auth: { user: "ada@example.com", password: "p@ss/% é" },
      },
    ],
  ])("reads %s", (text, expected) => {
    expect(readSmtpUrl(text)).toEqual(expected);
  });

  test.each([
    "mail.example.com",
    "mail.example.com:25",
    "http://mail.example.com",
    "smtp://",
    "smtp://mail:70000",
    "smtp://mail/path",
    "smtp://mail?secure=false",
    "smtp://ada@mail",
    "smtp://:secret@mail",
    "smtp://ada:100%@mail",
    "smtp://ada:a#b@mail",
    "smtp://ada:a/b@mail",
  ])("refuses %s", (text) => {
    expect(readSmtpUrl(text)).toBeNull();
  });
});

describe("readSender", () => {
  test.each([
    ["muster@example.com", { name: "", address: "muster@example.com" }],
    ["<muster@example.com>", { name: "", address: "muster@example.com" }],
    ["Müster, Inc. <muster@example.com>", { name: "Müster, Inc.", address: "muster@example.com" }],
    [' "Muster" <muster@example.com> ', { name: "Muster", address: "muster@example.com" }],
  ])("reads %s", (text, expected) => {
    expect(readSender(text)).toEqual(expected);
  });

  test.each([
    "muster",
    "Muster muster@example.com",
    "Muster <muster>",
    "müster@example.com",
    "a@b, c@d",
    "A <a@b> <c@d>",
    "Muster\r\nBcc: x@y <muster@example.com>",
  ])("refuses %j", (text) => {
    expect(readSender(text)).toBeNull();
  });
});

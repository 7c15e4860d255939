import { describe, expect, test } from "vitest";
import { referenceOf } from "./api-reference";

const document = {
  tags: [{ name: "lamp" }],
  paths: {
    "/api/lamps/{id}": {
      put: {
        operationId: "lamp.update",
        summary: "Change a lamp",
        description: "Admin.",
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string", maxLength: 9 } },
        ],
        requestBody: { content: { "application/json": { schema: { $ref: "#/c/s/LampUpdate" } } } },
        responses: {
          "200": {
            description: "OK",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  required: ["Response"],
                  properties: {
                    Code: { const: 200 },
                    Response: {
                      type: "object",
                      properties: {
                        rooms: { type: "array", items: { $ref: "#/c/s/Room" } },
                        colour: { enum: ["red", "blue"] },
                      },
                    },
                  },
                },
              },
            },
          },
          "304": { description: "It is as it was" },
          "404": { description: "There is none" },
        },
      },
    },
  },
  components: { schemas: { Room: { properties: { at: { type: ["string", "null"] } } } } },
};

describe("the API reference", () => {
  test("has the endpoints of each group", () => {
    const [group] = referenceOf(document).groups;
    expect(group?.name).toBe("lamp");
    expect(group?.endpoints).toMatchObject([
      { id: "lamp.update", method: "PUT", path: "/api/lamps/{id}", who: "Admin." },
    ]);
  });

  test("says of each field what it is, inside others too", () => {
    const [endpoint] = referenceOf(document).groups[0]?.endpoints ?? [];
    expect(endpoint?.parameters).toEqual([
      {
        name: "id",
        place: "path",
        type: "string",
        isRequired: true,
        notes: ["at most 9 characters"],
      },
    ]);
    expect(endpoint?.body).toEqual({ type: "LampUpdate", fields: [] });
    expect(endpoint?.answer.isWrapped).toBe(true);
    expect(endpoint?.answer.fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "rooms: list of Room",
      'colour: "red" or "blue"',
    ]);
  });

  test("says once what a refusal means", () => {
    const { groups, refusals } = referenceOf(document);
    expect(groups[0]?.endpoints[0]?.refusals).toEqual(["404"]);
    expect(refusals).toEqual([{ status: "404", meaning: "There is none" }]);
  });

  test("has what several endpoints share", () => {
    expect(referenceOf(document).schemas).toMatchObject([
      { name: "Room", fields: [{ name: "at", type: "string or null", isRequired: false }] },
    ]);
  });
});

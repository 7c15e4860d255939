import { expect, test, vi } from "vitest";
import { ApiError, unreachable } from "@/lib/api/api-error";
import { addMade } from "./add-made";

function answer(status: number, code: string): ApiError {
  return new ApiError(status, { Message: "No." }, new Headers({ "X-Error-Code": code }));
}

function adding(error: Error) {
  const disown = vi.fn(() => Promise.resolve());
  return { disown, result: addMade({ send: () => Promise.reject(error), disown }) };
}

test.each([answer(400, "invalid"), answer(403, "forbidden"), new Error("No.")])(
  "one that is refused is disowned, and may be left on the device",
  async (error) => {
    const { disown, result } = adding(error);
    await expect(result).rejects.toBe(error);
    expect(error.message).toBe("No. Your device may have kept it: delete it there.");
    expect(disown).toHaveBeenCalledOnce();
  },
);

test.each([unreachable("No."), answer(500, "internal"), answer(409, "conflict")])(
  "one that may be stored is not disowned",
  async (error) => {
    const { disown, result } = adding(error);
    await expect(result).rejects.toHaveProperty("message", "No.");
    expect(disown).not.toHaveBeenCalled();
  },
);

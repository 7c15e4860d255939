/** Marks a form, in its HTML, as one that waits for its script: see `earlyEventsScript`. */
export const waitsForScript = { "data-waits": "true" } as const;

export interface WaitingForm extends HTMLFormElement {
  isSentEarly?: boolean;
}

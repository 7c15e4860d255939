/** Marks a form, in its HTML, as one that waits for its script. */
export const waitsForScript = { "data-waits": "true" } as const;

export interface WaitingForm extends HTMLFormElement {
  isSentEarly?: boolean;
}

/**
 * Runs before the page's own scripts. A form that still waits for its script is not sent by the browser, which
 * would lose what was typed; it is remembered that somebody wanted it sent.
 */
export const earlySubmitScript = `addEventListener("submit",(event)=>{const form=event.target;if(form.dataset.waits){event.preventDefault();event.stopPropagation();form.isSentEarly=true}},true)`;

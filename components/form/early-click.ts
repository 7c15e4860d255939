/** Marks a part of the page, in its HTML, whose buttons and boxes wait for its script. */
export const clicksWait = { "data-clicks-wait": "true" } as const;

export interface WaitingPart extends HTMLElement {
  earlyClicks?: HTMLElement[];
}

/** Runs before the page's own scripts. What is clicked in a waiting part is remembered, to be clicked once it is alive. */
export const earlyClickScript = `addEventListener("click",({target})=>{const part=target.closest("[data-clicks-wait]"),control=target.closest("button,input[type=checkbox]");if(part&&control)(part.earlyClicks??=[]).push(control)},true)`;

/** Marks a form, in its HTML, as one that waits for its script. */
export const waitsForScript = { "data-waits": "true" } as const;

export interface WaitingForm extends HTMLFormElement {
  isSentEarly?: boolean;
}

/**
 * Runs before the page's own scripts, so that nothing is lost that somebody does before these have come.
 *
 * A form that still waits for its script is not sent by the browser, which would lose what was typed: it sends itself
 * when its script is there. The last button that was pressed, or box that was ticked, too early is pressed when React
 * has taken it over, which it says by a property of its own on the element.
 */
export const earlyEventsScript = `(()=>{
const stop=(event)=>{event.preventDefault();event.stopPropagation()};
addEventListener("submit",(event)=>{const form=event.target;if(form.dataset.waits){stop(event);form.isSentEarly=true}},true);
const isLive=(element)=>Object.keys(element).some((key)=>key.startsWith("__reactProps"));
let pressed=null;
const press=()=>{if(!pressed)return;if(!pressed.isConnected){pressed=null;return}
if(!isLive(pressed)){requestAnimationFrame(press);return}
const control=pressed;pressed=null;requestAnimationFrame(()=>requestAnimationFrame(()=>{control.focus();control.click()}))};
addEventListener("click",(event)=>{const control=event.target.closest('button:not([type=submit]),input[type=checkbox],input[type=radio]');
if(!control||isLive(control))return;stop(event);const isWaiting=pressed!==null;pressed=control;if(!isWaiting)requestAnimationFrame(press)},true);
})()`;

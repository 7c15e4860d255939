import { shortcutsKey } from "./shortcut-keys";

/**
 * Runs before the page's own scripts, so that nothing is lost that somebody does before these have come.
 *
 * A form that still waits for its script is not sent by the browser, which would lose what was typed: it sends itself
 * when its script is there. Buttons that were pressed and boxes that were ticked too early are so, in their order, when
 * React has taken them over, which it says by a property of its own on the element: on a slow machine long before it is
 * through. An event that nothing listens to makes it finish at once; else a box would be ticked that it believes was
 * ticked from the start. A part that React draws again instead of taking it over has new elements: the one that says the
 * same is pressed, unless none comes within ten seconds. The key of the search goes there, and not to the browser: Firefox
 * would begin a search of its own.
 */
export const earlyEventsScript = `(()=>{
const stop=(event)=>{event.preventDefault();event.stopPropagation()};
addEventListener("submit",(event)=>{const form=event.target;if(form.dataset.waits){stop(event);form.isSentEarly=true}},true);
const isLive=(element)=>Object.keys(element).some((key)=>key.startsWith("__reactProps"));
const isOff=()=>{try{return localStorage.getItem("${shortcutsKey}")==="off"}catch{return false}};
addEventListener("keydown",(event)=>{const box=document.querySelector('input[aria-keyshortcuts="/"]');
if(event.key!=="/"||event.ctrlKey||event.altKey||event.metaKey||!box||isLive(box)||isOff())return;
if(event.target.matches("input,textarea,select"))return;stop(event);box.focus()},true);
const takeOver=(control)=>control.dispatchEvent(new MouseEvent("auxclick",{bubbles:true}));
const saying=(element)=>[element.type,element.name,element.ariaLabel,element.textContent].join();
const twinOf=(element)=>[...document.getElementsByTagName(element.tagName)].find((other)=>saying(other)===saying(element));
const pressed=[];
let missingSince=0;
const press=(now)=>{if(!pressed.length)return;
const control=pressed[0].isConnected?pressed[0]:twinOf(pressed[0]);
if(control){missingSince=0;pressed[0]=control}
else if((missingSince||=now)+1e4<now){missingSince=0;pressed.shift()}
if(!control||!isLive(control)){requestAnimationFrame(press);return}
requestAnimationFrame(()=>requestAnimationFrame(()=>{pressed.shift();control.focus();takeOver(control);control.click();press(now)}))};
addEventListener("click",(event)=>{const control=event.target.closest('button:not([type=submit]),input[type=checkbox],input[type=radio]');
if(!control||isLive(control))return;stop(event);if(pressed.push(control)===1)requestAnimationFrame(press)},true);
})()`;

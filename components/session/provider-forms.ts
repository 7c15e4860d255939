/** Marks a form, in its HTML, that leads to a provider. */
export const leadsToProvider = { "data-provider": "true" } as const;

/**
 * Runs before the page's own scripts, so that these forms work as soon as they are seen. The way to a provider needs a
 * fresh token; and what answers a form may not lead to another site (`form-action`), but the page itself may go there.
 * What went wrong is said in the form.
 */
export const providerFormsScript = `(()=>{
const said=(answer)=>answer.json().then((body)=>{if(answer.ok)return body;throw new Error(body.Message)});
const go=async(form)=>{const fields=new URLSearchParams(new FormData(form));
fields.set("csrfToken",(await said(await fetch("/api/auth/csrf"))).csrfToken);fields.set("json","true");
location.assign((await said(await fetch(form.action,{method:"POST",body:fields}))).url)};
addEventListener("submit",(event)=>{const form=event.target;if(!form.dataset.provider)return;
event.preventDefault();event.stopPropagation();const button=form.querySelector("button"),alert=form.querySelector("[role=alert]");
if(button.ariaBusy==="true")return;button.ariaBusy="true";alert.textContent="";
go(form).catch((error)=>{button.ariaBusy=null;
alert.textContent=error instanceof TypeError||!error.message?"The server cannot be reached. Check your connection and try again.":error.message})},true);
addEventListener("pageshow",()=>{for(const button of document.querySelectorAll("form[data-provider] button"))button.ariaBusy=null});
})()`;

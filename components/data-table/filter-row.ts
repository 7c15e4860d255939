/** The filters of a list: on a phone one line, which scrolls sideways under the finger, beside other controls where a few of them fit; else they wrap. */
export const filterRowClass =
  "-m-0.5 flex min-w-0 grow basis-32 items-center gap-2 overflow-x-auto p-0.5 [scrollbar-width:none] empty:hidden [&>*]:shrink-0 @min-[40rem]/table:contents";

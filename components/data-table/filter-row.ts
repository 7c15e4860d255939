/** The filters of a list: on a phone one line, which scrolls sideways under the finger; else they wrap. */
export const filterRowClass =
  "-m-0.5 flex min-w-0 grow basis-0 items-center gap-2 overflow-x-auto p-0.5 [scrollbar-width:none] [&>*]:shrink-0 @min-[40rem]/table:contents";

/** When somebody last confirmed who they are, on this page; milliseconds since the epoch. */
export const lastConfirmed = { at: 0 };

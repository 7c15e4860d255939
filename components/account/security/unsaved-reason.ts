/** Why what shows recovery codes may not be left yet. */
export const unsavedReason = "Save the codes first: they are not shown again.";

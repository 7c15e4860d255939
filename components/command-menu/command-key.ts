/** Opens the menu everywhere, also while one types. */
export const COMMAND_KEY = "Mod+K";

/** What administrators may set and the schemas of bodies depend on. */
export interface InputLimits {
  passwordMinLength: number;
}

/** The published limits: what holds until an administrator changes them. */
export const defaultLimits: InputLimits = { passwordMinLength: 5 };

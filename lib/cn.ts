import { clsx, type ClassValue } from "clsx";

/**
 * Joins class names. A `className` given to a kit component adds layout (margin, width, grid place);
 * it does not override the look, so no class merger has to be shipped to the browser.
 */
export function cn(...inputs: ClassValue[]): string {
  return clsx(inputs);
}

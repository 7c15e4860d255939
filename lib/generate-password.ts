// Without letters and digits that are taken for each other: 55 signs, 20 of them, 115 bits.
const alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const groupLength = 5;
const fewestGroups = 4;

/** Four groups of five signs from a cryptographic source, as in "kT7wq-9fMxB-…"; more where that is too short. */
export function generatePassword(minLength = 0): string {
  const groups = Math.max(fewestGroups, Math.ceil((minLength + 1) / (groupLength + 1)));
  return Array.from({ length: groups }, randomGroup).join("-");
}

function randomGroup(): string {
  return Array.from({ length: groupLength }, randomSign).join("");
}

function randomSign(): string {
  // A byte over the largest multiple of the alphabet's size would make its first signs likelier.
  const limit = 256 - (256 % alphabet.length);
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? limit) >= limit);
  return alphabet.charAt((byte[0] ?? 0) % alphabet.length);
}

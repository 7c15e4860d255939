"use client";

import { createContext, useContext } from "react";
import type { Vocabulary } from "./wording";

/** What the log says comes from above: only there all domains are known. */
const VocabularyContext = createContext<Vocabulary | null>(null);

export const VocabularyProvider = VocabularyContext.Provider;

export function useVocabulary(): Vocabulary {
  const vocabulary = useContext(VocabularyContext);
  if (!vocabulary) throw new Error("Audit entries stand inside a VocabularyProvider.");
  return vocabulary;
}

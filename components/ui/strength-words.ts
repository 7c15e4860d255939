import type { TranslationKeys } from "@zxcvbn-ts/core";

/** Why a password is weak and what helps, in our words. */
export const strengthWords: Pick<TranslationKeys, "warnings" | "suggestions"> = {
  warnings: {
    straightRow: "Neighbouring keys are among the first things that are tried.",
    keyPattern: "Patterns on the keyboard are easy to guess.",
    simpleRepeat: "The same letter again and again is easy to guess.",
    extendedRepeat: "Repeating it helps little.",
    sequences: "Sequences such as “abc” or “6543” are easy to guess.",
    recentYears: "Recent years are easy to guess.",
    dates: "Dates are easy to guess.",
    topTen: "It is one of the ten passwords that are tried first.",
    topHundred: "It is one of the hundred passwords that are tried first.",
    common: "Many people use this password.",
    similarToCommon: "It is almost a password that many people use.",
    wordByItself: "A single word is easy to guess.",
    namesByThemselves: "A name by itself is easy to guess.",
    commonNames: "Common names are easy to guess.",
    userInputs: "It repeats a name of this account or server.",
    pwned: "It has been in a data leak.",
  },
  suggestions: {
    l33t: "Look-alikes, such as “@” for “a”, help little.",
    reverseWords: "Spelling a word backwards helps little.",
    allUppercase: "All capitals help little.",
    capitalization: "A capital letter at the start helps little.",
    dates: "Leave out dates that have to do with you.",
    recentYears: "Leave out recent years.",
    associatedYears: "Leave out years that have to do with you.",
    sequences: "Leave out sequences.",
    repeated: "Leave out repetitions.",
    longerKeyboardPattern: "Leave out patterns on the keyboard.",
    anotherWord: "Add a word or two that have nothing to do with it.",
    useWords: "Use several words that have nothing to do with each other.",
    noNeed: "Digits and symbols are not needed.",
    pwned: "Change it wherever else you use it.",
  },
};

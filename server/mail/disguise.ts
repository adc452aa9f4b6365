/** Marks that turn the reading direction, and letters without width: nobody writes them into a name but to hide what it says. */
const TURNED = /[\u202a-\u202e\u2066-\u2069]/u
const UNSEEN = /[\u00ad\u200b\u2060-\u2064\ufeff]/u
const OTHER_ALPHABETS = [/\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u]

/** Whether a name is made to be read as another: letters unseen or turned, or one word of two alphabets that look alike. */
export function isDisguised(name: string): boolean {
  return TURNED.test(name) || UNSEEN.test(name) || (name.match(/[\p{L}\p{M}]+/gu) ?? []).some(isOfTwoAlphabets)
}

/** Whether the name of a file is turned, so that `fdp.exe` is read as `exe.pdf`. */
export function isTurned(name: string): boolean {
  return TURNED.test(name)
}

function isOfTwoAlphabets(word: string): boolean {
  return /\p{Script=Latin}/u.test(word) && OTHER_ALPHABETS.some(alphabet => alphabet.test(word))
}

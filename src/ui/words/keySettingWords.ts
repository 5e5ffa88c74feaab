/** What can be chosen about the keys of a call, by its setting, in the order of the list. */
export const keySettingWords = [
  ["singleKeys", "Keys of one letter, digit or sign act in a call. Switch them off if you dictate."],
  ["nextAfterRating", "After a rating, go on to the next area that is not rated yet."],
] as const;

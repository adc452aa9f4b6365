/** The keyword that a filed mail bears in an IMAP mailbox; Thunderbird, which knows keywords in small letters only, shows it as a tag. */
export const filedKeyword = '$LupaFiled'

/** The category that a filed mail bears in Outlook, in the words of either language: a shared mailbox may know both. */
export const filedCategories = { pl: 'Przypisany', en: 'Filed' } as const

/** Every category by which a mail was ever marked as filed. */
export const everyFiledCategory: readonly string[] = [...Object.values(filedCategories), 'Lupa']

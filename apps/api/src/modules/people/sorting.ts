/** Sorts Chinese names by pinyin whatever the database's own collation is. */
export const BY_NAME = 'collate "zh-Hans-CN-x-icu"';

/** A text to be searched for with LIKE, its own wildcards made plain. */
export const like = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Which LIKE finds the text whatever its case: for one without letters that have any, as Chinese is, the one that is ten times as quick. */
export const likeFor = (text: string) => (text.toLowerCase() === text.toUpperCase() ? 'like' : 'ilike');

import { pinyin } from 'pinyin-pro';

const initialsOf = (text: string, surname: 'head' | 'off') =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', surname })
    .join('')
    .toLowerCase()
    .replace(/\s+/g, '');

/** First letters of a person's name, the surname read as one: 单雄信 → sxx. */
export const personInitials = (name: string) => initialsOf(name, 'head');

/** First letters of any other text: 城关街道党工委 → cgjddgw. */
export const textInitials = (text: string) => initialsOf(text, 'off');

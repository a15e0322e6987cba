import type { Moment, NoticeContent, NoticeLanguage, NoticeTexts, NoticeText } from './notices.ts';
import { noticesEn } from './notice-texts-en.ts';
import { noticesZh } from './notice-texts-zh.ts';

/** The texts of a language. */
export const noticeTexts: Readonly<Record<NoticeLanguage, NoticeTexts>> = { 'zh-CN': noticesZh, en: noticesEn };

/** Labels a message in a language; its instants in the school's zone, with their date, so that they stay true when read later. */
export function renderNotice(notice: NoticeContent, language: NoticeLanguage, zone: string): NoticeText {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const word = noticeTexts[language].words[notice.code] as (params: NoticeContent['params'], at: Moment) => NoticeText;
  return word(notice.params, (instant) => format.format(new Date(instant)));
}

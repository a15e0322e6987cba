import type { NoticeCode, NoticeContent, NoticeKind, NoticeParams } from './notices.ts';
import { noticesEn } from './notice-texts-en.ts';
import { noticesZh } from './notice-texts-zh.ts';

export type NoticeLanguage = 'zh-CN' | 'en';

/** How instants are written inside a message. */
export type Moment = (instant: string) => string;

/** A message in words. */
export interface NoticeText {
  title: string;
  body: string;
}

/** Every message in one language; a missing one does not compile. */
export interface NoticeTexts {
  words: { [Code in NoticeCode]: (params: NoticeParams[Code], at: Moment) => NoticeText };
  kinds: Record<NoticeKind, string>;
  /** What stands around the messages in an e-mail. */
  email: {
    /** Subject of an email with several messages. */
    digest: (count: number, school: string) => string;
    greeting: (name: string) => string;
    open: string;
    /** Why it came, and how to stop it. */
    footer: (school: string) => string;
    settings: string;
    confirmGreeting: string;
    confirmSubject: (school: string) => string;
    confirmBody: (school: string) => string;
    confirmButton: string;
    confirmFooter: string;
  };
}

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

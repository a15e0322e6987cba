import { credits } from '@dangxiao/contracts';
import type { HttpClient } from '../support/http-client.ts';

/** Hours that were taken back, with the reason, and the learner's appeal, which waits to be decided. */
export async function disputeHours(chief: HttpClient, learner: HttpClient): Promise<void> {
  const { entries } = await learner.call(credits.myHours, { query: { limit: 50 } });
  const entry = entries.items.find(({ sourceKind }) => sourceKind === 'recognition');
  if (!entry) return;
  const reversal = await chief.call(credits.reverse, {
    params: { entryId: entry.id },
    body: { reason: '签到表上没有本人签名' },
  });
  await learner.call(credits.appeal, {
    params: { entryId: reversal.entryId },
    body: { text: '当天由同事代为登记，本人全程参加，签到照片可以核对。' },
  });
}

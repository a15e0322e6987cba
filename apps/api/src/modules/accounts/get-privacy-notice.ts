import { accounts } from '@dangxiao/contracts';
import type { Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { privacyNotice } from './privacy-notice.ts';

/** The text that consent is given to, in both languages. */
@Handles(accounts.privacyNotice)
export class GetPrivacyNotice implements Handler<typeof accounts.privacyNotice> {
  run() {
    return Promise.resolve(privacyNotice);
  }
}

import { notices } from '@dangxiao/contracts';
import { Config } from '../../config/config.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { readerOf, settingsView } from './settings-view.ts';

/** The address is forgotten; letters that wait for it are dropped when their turn comes. */
@Handles(notices.deleteMyEmail)
export class DeleteMyEmail implements Handler<typeof notices.deleteMyEmail> {
  constructor(
    private readonly pg: Pg,
    private readonly config: Config,
  ) {}

  async run({ actor }: CallOf<typeof notices.deleteMyEmail>) {
    const { recipientId } = readerOf(actor);
    await this.pg.execute('delete from email_address where recipient_id = $1', [recipientId]);
    return settingsView(this.pg, recipientId, this.config.mail !== null);
  }
}

import { notices } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { EmailAddresses } from './email-addresses.ts';
import { ReadSettings, readerOf } from './settings-view.ts';

/** The reader's own address is forgotten. */
@Handles(notices.deleteMyEmail)
export class DeleteMyEmail implements Handler<typeof notices.deleteMyEmail> {
  constructor(
    private readonly pg: Pg,
    private readonly addresses: EmailAddresses,
    private readonly settings: ReadSettings,
  ) {}

  async run({ actor }: CallOf<typeof notices.deleteMyEmail>) {
    const { recipientId } = readerOf(actor);
    await this.addresses.remove(this.pg, recipientId);
    return this.settings.of(this.pg, recipientId);
  }
}

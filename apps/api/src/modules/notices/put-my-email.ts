import { notices } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { EmailAddresses } from './email-addresses.ts';
import { ReadSettings, readerOf } from './settings-view.ts';

/** The reader's own address. */
@Handles(notices.putMyEmail)
export class PutMyEmail implements Handler<typeof notices.putMyEmail> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly addresses: EmailAddresses,
    private readonly settings: ReadSettings,
  ) {}

  run({ actor, body }: CallOf<typeof notices.putMyEmail>) {
    const reader = readerOf(actor);
    return this.uow.run(async (tx) => {
      await this.addresses.put(tx, reader, body.email);
      return this.settings.of(tx, reader.recipientId);
    });
  }
}

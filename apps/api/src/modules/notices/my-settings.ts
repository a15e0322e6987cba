import { notices } from '@dangxiao/contracts';
import { Config } from '../../config/config.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { readerOf, settingsView } from './settings-view.ts';

/** How the reader is told. */
@Handles(notices.mySettings)
export class MySettings implements Handler<typeof notices.mySettings> {
  constructor(
    private readonly pg: Pg,
    private readonly config: Config,
  ) {}

  run({ actor }: CallOf<typeof notices.mySettings>) {
    return settingsView(this.pg, readerOf(actor).recipientId, this.config.mail !== null);
  }
}

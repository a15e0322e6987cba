import { notices } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { ReadSettings, readerOf } from './settings-view.ts';

/** How the reader is told. */
@Handles(notices.mySettings)
export class MySettings implements Handler<typeof notices.mySettings> {
  constructor(
    private readonly pg: Pg,
    private readonly settings: ReadSettings,
  ) {}

  run({ actor }: CallOf<typeof notices.mySettings>) {
    return this.settings.of(this.pg, readerOf(actor).recipientId);
  }
}

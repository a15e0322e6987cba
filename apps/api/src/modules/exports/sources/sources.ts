import type { ExportKind } from '@dangxiao/contracts';
import { Injectable } from '@nestjs/common';
import { PersonalNumbers } from '../../people/index.ts';
import { Standings as Counting } from '../../reports/index.ts';
import { entries } from './entries.ts';
import { events } from './events.ts';
import { organizations } from './organizations.ts';
import { People } from './people.ts';
import { attempts } from './attempts.ts';
import type { Source } from './source.ts';
import { Standings } from './standings.ts';
import { targets } from './targets.ts';

/** Where the rows of each kind come from. */
@Injectable()
export class Sources {
  private readonly byKind: Readonly<Record<ExportKind, Source>>;

  constructor(numbers: PersonalNumbers, counting: Counting) {
    const people = new People(numbers);
    this.byKind = { people, organizations, standings: new Standings(counting), entries, targets, attempts, events };
  }

  of(kind: ExportKind): Source {
    return this.byKind[kind];
  }
}

import { Foundation } from '../../../database/schema/foundation.ts';
import { tree } from './tree.ts';
import { standings } from './standings.ts';
import { training } from './training.ts';

export class ReportsFoundation1770000000013 extends Foundation {
  protected readonly parts = [tree, standings, training];
}

import { knownText, useFormat, useKitText } from '@dangxiao/web-kit';
import { useText } from '../../i18n/use-text.ts';
import { useCodeText } from './labels.ts';

const areas: Record<string, string> = {
  kind: 'personKind',
  position: 'position',
  kinds: 'personKind',
  positions: 'position',
  role: 'role',
  counter: 'counter',
  lectureCounter: 'counter',
};
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** A recorded value for people: codes worded, times in the school's zone, lists and objects in one line, no ids. */
export function useValueText(): (field: string, value: unknown) => string {
  const text = useText();
  const kit = useKitText();
  const format = useFormat();
  const code = useCodeText();
  const worded = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return text(value ? 'audit.yes' : 'audit.no');
    if (typeof value === 'number') return String(value);
    if (Array.isArray(value)) {
      const parts = value.map((each) => worded(field, each)).filter((part) => part !== '–');
      return parts.length > 0 ? parts.join(text('app.separator')) : text('audit.items', { count: value.length });
    }
    if (typeof value === 'object') {
      const named = value as Record<string, unknown>;
      const title = named['title'] ?? named['name'];
      if (typeof title === 'string') return title;
      const parts = Object.entries(named).map(([key, each]) => worded(key, each));
      return parts.filter((part) => part !== '–').join(' · ') || '–';
    }
    const string = String(value);
    if (idPattern.test(string)) return '–';
    if (instantPattern.test(string)) return format.when(string);
    const plain = string.replace(/<[^>]*>/g, ' ').trim();
    const area = areas[field];
    if (area === 'personKind')
      return knownText(kit, `personKind.${plain}`, knownText(kit, `organizationKind.${plain}`, code(plain) ?? plain));
    return area ? knownText(kit, `${area}.${plain}`, plain) : (code(plain) ?? plain);
  };
  return worded;
}

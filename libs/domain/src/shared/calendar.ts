const formats = new Map<string, Intl.DateTimeFormat>();

// Building a formatter is a thousand times dearer than using it; the cache holds one per zone and changes no result.
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The calendar day of an instant in an IANA zone, "2026-03-01". Throws RangeError for an unknown zone or an invalid date. */
export function dayIn(zone: string, date: Date): string {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(date)
      .map((part) => [part.type, part.value]),
  );
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

/** The calendar year of an instant in an IANA zone: the year an hour counts for. Throws RangeError as dayIn does. */
export function yearIn(zone: string, date: Date): number {
  return Number(dayIn(zone, date).slice(0, 4));
}

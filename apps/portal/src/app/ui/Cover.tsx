import css from './ui.module.css';

/** Muted hues and simple drawings for courses without a picture; chosen by the course, so that it always looks the same. */
const hues = ['#8f7440', '#3f7468', '#6a63a0', '#a0604f', '#45729c'];
const drawings = [
  'M80 34c-7-5-16-7-26-7v30c10 0 19 2 26 7 7-5 16-7 26-7V27c-10 0-19 2-26 7Zm0 0v30',
  'M58 22h34l12 12v34H58ZM92 22v12h12M67 44h28M67 52h28M67 60h18',
  'M54 66V40M72 66V32M90 66V40M108 66V32M48 66h66M46 32l35-14 35 14Z',
  'M80 66V42m0 6c-4-12-14-16-24-16 0 12 10 19 24 18m0-8c3-14 13-19 24-20 1 13-8 22-24 22M62 66h36',
];

function pick<Item>(items: readonly Item[], id: string, step: number): Item | undefined {
  const hash = [...id].reduce((total, character) => (Math.imul(total, step) + character.charCodeAt(0)) >>> 0, 7);
  return items[(hash >>> 8) % items.length];
}

interface Props {
  course: { id: string; coverUrl: string | null };
}

/** The picture of a course, or a calm made one. Decoration: the title is always near. */
export function Cover({ course }: Props) {
  if (course.coverUrl) {
    return (
      <div className={css.cover}>
        <img src={course.coverUrl} alt="" loading="lazy" />
      </div>
    );
  }
  return (
    <div
      className={`${css.cover} ${css.coverMade}`}
      style={{ '--hue': pick(hues, course.id, 31) } as object}
      aria-hidden
    >
      <svg viewBox="0 0 160 90" preserveAspectRatio="xMidYMid slice" fill="none" stroke="currentColor">
        <path d="M0 74c26-12 50-12 80 0s54 12 80 0" strokeOpacity=".25" />
        <path d="M0 82c26-12 50-12 80 0s54 12 80 0" strokeOpacity=".18" />
        <circle cx="136" cy="18" r="9" strokeOpacity=".22" />
        <path d={pick(drawings, course.id, 17)} strokeOpacity=".6" strokeWidth="2" strokeLinejoin="round" />
      </svg>
    </div>
  );
}

import css from './ui.module.css';

/** Muted pairs for courses without a picture; chosen by the course, so that it always looks the same. */
const grounds = [
  ['#e9e2d6', '#5b4a2f'],
  ['#dfe6e4', '#2f4d48'],
  ['#e3e1ea', '#433e63'],
  ['#eadfdc', '#6a3a33'],
  ['#dde4ec', '#2e4863'],
] as const;

function pick(id: string) {
  const sum = [...id].reduce((total, character) => total + character.charCodeAt(0), 0);
  return grounds[sum % grounds.length] ?? grounds[0];
}

interface Props {
  course: { id: string; title: string; coverUrl: string | null };
  /** Writes the title on a made cover; off where the title stands beside it. */
  titled?: boolean;
}

/** The picture of a course, or a calm made one. Decoration: the title is always near. */
export function Cover({ course, titled = false }: Props) {
  if (course.coverUrl) {
    return (
      <div className={css.cover}>
        <img src={course.coverUrl} alt="" loading="lazy" />
      </div>
    );
  }
  const [ground, ink] = pick(course.id);
  return (
    <div className={css.cover} style={{ background: ground, color: ink }} aria-hidden>
      <svg className={css.coverArt} viewBox="0 0 160 90" preserveAspectRatio="xMidYMid slice" fill="none" stroke={ink}>
        <path d="M0 74c26-12 50-12 80 0s54 12 80 0" strokeOpacity=".25" />
        <path d="M0 82c26-12 50-12 80 0s54 12 80 0" strokeOpacity=".18" />
        <circle cx="132" cy="20" r="11" strokeOpacity=".22" />
        {!titled && (
          <path
            d="M80 36c-7-5-16-7-26-7v28c10 0 19 2 26 7 7-5 16-7 26-7V29c-10 0-19 2-26 7Zm0 0v28"
            strokeOpacity=".55"
            strokeWidth="2"
          />
        )}
      </svg>
      {titled && <span className={css.coverTitle}>{course.title}</span>}
    </div>
  );
}

import { RightOutlined } from '@ant-design/icons';
import { useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useScope } from './scope.tsx';
import { ScopePicker } from './ScopePicker.tsx';
import { useFitting } from './use-fitting.ts';
import type { Pinning } from './use-pinned.ts';
import css from './scope.module.css';

/** The way down to the scope. What does not fit is left out whole; the picker behind the last name has all of it. */
export function ScopeTrail({ wide, pinning }: { wide: boolean; pinning: Pinning }) {
  const text = useText();
  const { organization, name, choose } = useScope();
  const room = useRef<HTMLElement>(null);
  const measure = useRef<HTMLDivElement>(null);
  const above = organization?.ancestors ?? [];
  const count = useFitting(room, measure, [...above, { name }].map((node) => node.name).join('\n'));
  if (!name) return <div className={css.trail} />;
  const shown = above.slice(above.length - count);
  return (
    <nav ref={room} className={css.trail} aria-label={text('app.tree.trail')}>
      <div ref={measure} className={css.measure} aria-hidden inert>
        {[...above.map((node) => node.name), name].map((each, index) => (
          <span key={index} className={index === above.length ? css.current : css.above}>
            {each}
            {index === above.length && <RightOutlined />}
          </span>
        ))}
      </div>
      <ol>
        {shown.length < above.length && (
          <li className={css.more} title={above.map((node) => node.name).join(' › ')}>
            <span aria-hidden>…</span>
            <RightOutlined aria-hidden />
          </li>
        )}
        {shown.map((node) => (
          <li key={node.id}>
            <button type="button" className={css.above} onClick={() => choose(node.id)}>
              {node.name}
            </button>
            <RightOutlined aria-hidden />
          </li>
        ))}
        <li className={css.last}>
          {pinning.pinned ? (
            <span className={css.here}>{name}</span>
          ) : (
            <ScopePicker name={name} wide={wide} pinning={pinning} />
          )}
        </li>
      </ol>
    </nav>
  );
}

import { SearchOutlined } from '@ant-design/icons';
import { useSearchText } from '@dangxiao/web-kit';
import { Input } from 'antd';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** px, or a share of the place that it has. It never gets wider than its place. */
  width?: number | '100%';
  autoFocus?: boolean;
}

/** A search word that is taken over when typing pauses. */
export function SearchField({ label, value, onChange, width = 260, autoFocus = false }: Props) {
  const { input } = useSearchText(value, onChange);
  return (
    <Input
      type="search"
      allowClear
      autoFocus={autoFocus}
      maxLength={60}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={label}
      aria-label={label}
      {...input}
      style={{ width, maxWidth: '100%' }}
    />
  );
}

import {
  BoldOutlined,
  ItalicOutlined,
  OrderedListOutlined,
  RedoOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useText, type TextKey } from '../../../i18n/use-text.ts';
import css from './editor.module.css';

interface Props {
  id?: string;
  label: string;
  value?: string | null;
  onChange?: (html: string) => void;
  disabled?: boolean;
}

interface Tool {
  key: TextKey;
  icon: ReactNode;
  active: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

const tools: readonly Tool[] = [
  {
    key: 'courses.rich.heading',
    icon: 'H',
    active: (e) => e.isActive('heading'),
    run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    key: 'courses.rich.bold',
    icon: <BoldOutlined aria-hidden />,
    active: (e) => e.isActive('bold'),
    run: (e) => e.chain().focus().toggleBold().run(),
  },
  {
    key: 'courses.rich.italic',
    icon: <ItalicOutlined aria-hidden />,
    active: (e) => e.isActive('italic'),
    run: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    key: 'courses.rich.bullets',
    icon: <UnorderedListOutlined aria-hidden />,
    active: (e) => e.isActive('bulletList'),
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    key: 'courses.rich.numbers',
    icon: <OrderedListOutlined aria-hidden />,
    active: (e) => e.isActive('orderedList'),
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    key: 'courses.rich.quote',
    icon: '“',
    active: (e) => e.isActive('blockquote'),
    run: (e) => e.chain().focus().toggleBlockquote().run(),
  },
  {
    key: 'courses.rich.undo',
    icon: <UndoOutlined aria-hidden />,
    active: () => false,
    run: (e) => e.chain().focus().undo().run(),
  },
  {
    key: 'courses.rich.redo',
    icon: <RedoOutlined aria-hidden />,
    active: () => false,
    run: (e) => e.chain().focus().redo().run(),
  },
];

/** Headings, emphasis, lists and quotes; the server sanitises what it takes. */
export function RichText({ id, label, value, onChange, disabled = false }: Props) {
  const text = useText();
  const editor = useEditor({
    extensions: [StarterKit.configure({ link: false })],
    content: value ?? '',
    editable: !disabled,
    editorProps: {
      attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', ...(id ? { id } : {}) },
    },
    onUpdate: ({ editor: current }) => onChange?.(current.isEmpty ? '' : current.getHTML()),
  });
  useEffect(() => {
    if (value !== undefined && value !== null && !editor.isFocused && value !== editor.getHTML())
      editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => tools.map((tool) => tool.active(current)),
  });
  return (
    <div className={css.rich}>
      <div className={css.richBar} role="toolbar" aria-label={text('courses.rich.label')}>
        {tools.map((tool, index) => (
          <Button
            key={tool.key}
            type="text"
            size="small"
            disabled={disabled}
            icon={tool.icon}
            aria-label={text(tool.key)}
            aria-pressed={active[index] ?? false}
            onClick={() => tool.run(editor)}
          />
        ))}
      </div>
      <EditorContent editor={editor} className={css.richText} />
    </div>
  );
}

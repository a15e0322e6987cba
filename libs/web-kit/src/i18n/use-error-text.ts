import { asFailure } from '../api/failure.ts';
import { errorText, fieldErrorText } from './errors.ts';
import { useFormat, useKitText } from './zone.tsx';

/** Words failures in the language on screen: the whole, and one field by its path in the request. */
export function useErrorText() {
  const text = useKitText();
  const format = useFormat();
  return {
    of: (error: unknown) => errorText(text, format, asFailure(error)),
    ofField: (error: unknown, path: string) => {
      const field = error
        ? asFailure(error).fields.find((each) => each.path === path || each.path === `body.${path}`)
        : undefined;
      return field ? fieldErrorText(text, field) : undefined;
    },
  };
}

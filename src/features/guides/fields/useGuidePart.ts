import { useEffect, useLayoutEffect, useRef } from "react";
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from "react-hook-form";
import type { Guide } from "../../../domain/guides/guide.ts";
import { useEditingState, useGuideEditing } from "../../../state/guides/guideEditingContext.ts";

/** How a form reads its part of a guide, and puts it back. */
export interface GuidePart<F extends FieldValues> {
  /** Tells the fields of this part from those of another one. */
  readonly name: string;
  readonly read: (guide: Guide) => F;
  readonly write: (guide: Guide, fields: F) => Guide;
}

/**
 * Makes the form for one part of the guide being edited. What is typed goes on into the guide with each key;
 * what is undone comes back into the form.
 *
 * @param part the same as long as the form stands
 */
export function useGuidePart<F extends FieldValues>(part: GuidePart<F>): UseFormReturn<F> {
  const editing = useGuideEditing();
  const revision = useEditingState((state) => state.revision);
  const read = () => part.read(editing.store.getState().history.present);
  const form = useForm<F>({ defaultValues: read() as DefaultValues<F> });

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values, name, type }) => {
          // A reset has no name: it brings what the guide holds already.
          if (name === undefined) return;
          if (Object.keys(form.formState.errors).length > 0) form.clearErrors();
          const run = type === undefined ? null : `${part.name}.${name}`;
          editing.change((guide) => part.write(guide, values), { run });
        },
      }),
    [form, editing, part],
  );

  const shownRevision = useRef(revision);
  // In one go with what is drawn: fields are none of the form's between a reset and the drawing after it, and a key
  // that came then would be lost.
  useLayoutEffect(() => {
    if (shownRevision.current === revision) return;
    shownRevision.current = revision;
    form.reset(part.read(editing.store.getState().history.present));
  }, [form, editing, part, revision]);
  return form;
}

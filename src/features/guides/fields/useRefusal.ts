import { useEffect } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { GuideRefusal } from "../../../domain/guides/guideVersion.ts";

/**
 * Says at the field why the guide was not saved, and puts the focus there. The next change takes it away.
 *
 * @param onSaid called when that is done, so that it is not said again
 */
export function useRefusal<F extends FieldValues>(
  form: UseFormReturn<F>,
  refusal: GuideRefusal | null,
  onSaid: () => void,
): void {
  useEffect(() => {
    if (!refusal) return;
    const field = refusal.field as FieldPath<F>;
    form.setError(field, { message: refusal.message });
    form.setFocus(field);
    onSaid();
  }, [form, refusal, onSaid]);
}

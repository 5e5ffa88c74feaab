import type { Guide } from "../../../domain/guides/guide.ts";
import type { GuideRefusal } from "../../../domain/guides/guideVersion.ts";
import { LONGEST_NAME, LONGEST_TEXT } from "../../../domain/text/limits.ts";
import { Field } from "../../../ui/fields/Field.tsx";
import { useGuidePart, type GuidePart } from "../fields/useGuidePart.ts";
import { useRefusal } from "../fields/useRefusal.ts";
import styles from "../fields/GuideEditorFields.module.css";

type AboutFields = Pick<Guide, "title" | "role" | "language" | "introduction">;

const about: GuidePart<AboutFields> = {
  name: "about",
  read: ({ title, role, language, introduction }) => ({ title, role, language, introduction }),
  write: (guide, fields) => ({ ...guide, ...fields }),
};

/** The languages offered; a guide in another one keeps its own. */
const languages =
  "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh-Hans zh-Hant".split(
    " ",
  );
const languageNames = new Intl.DisplayNames(["en"], { type: "language" });

interface Props {
  readonly refusal: GuideRefusal | null;
  readonly onRefused: () => void;
}

/** The guide's title, role, language and introduction. */
export function GuideEditorAbout({ refusal, onRefused }: Props) {
  const form = useGuidePart(about);
  useRefusal(form, refusal, onRefused);
  const {
    register,
    getValues,
    formState: { errors },
  } = form;
  const own = getValues("language");
  const offered = [...(languages.includes(own) ? [] : [own]), ...languages];
  return (
    <>
      <h1>About the guide</h1>
      <Field label="Title" id="guide-title" error={errors.title?.message}>
        <input
          id="guide-title"
          dir="auto"
          maxLength={LONGEST_NAME}
          autoComplete="off"
          aria-required
          aria-invalid={errors.title !== undefined}
          aria-describedby={errors.title && "guide-title-error"}
          {...register("title")}
        />
      </Field>
      <div className={styles.pair}>
        <Field label="Role" id="guide-role">
          <input
            id="guide-role"
            dir="auto"
            maxLength={LONGEST_NAME}
            autoComplete="off"
            {...register("role")}
          />
        </Field>
        <Field label="Language of the questions" id="guide-language">
          <select id="guide-language" {...register("language")}>
            {offered
              .map((tag) => ({ tag, name: languageName(tag) }))
              .toSorted((a, b) => a.name.localeCompare(b.name, "en"))
              .map(({ tag, name }) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
          </select>
        </Field>
      </div>
      <Field label="Introduction: purpose and how to use the guide" id="guide-introduction">
        <textarea
          id="guide-introduction"
          className={styles.long}
          rows={8}
          dir="auto"
          maxLength={LONGEST_TEXT}
          {...register("introduction")}
        />
      </Field>
    </>
  );
}

function languageName(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    // A guide from elsewhere may name its language in any way.
    return tag === "" ? "Not specified" : tag;
  }
}

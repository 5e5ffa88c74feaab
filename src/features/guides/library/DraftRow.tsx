import { Link } from "wouter";
import { guideTitle } from "../../../domain/guides/guideTitle.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import type { GuideDraft } from "../../../state/guides/guideDrafts.ts";
import { guideEditAddress } from "../../../ui/page/addresses.ts";
import { timeToText } from "../../../ui/words/dates.ts";
import styles from "./GuideRow.module.css";

interface Props {
  readonly draft: GuideDraft;
  readonly onRemove: () => void;
}

/** A new guide that was begun and not saved. */
export function DraftRow({ draft, onRemove }: Props) {
  const app = useApp();
  const { id, guide, updatedAt } = draft;
  const title = guideTitle(guide);
  return (
    <li className={styles.row}>
      <div className={styles.text}>
        <p className={styles.head}>
          <Link href={guideEditAddress(id)} className={styles.title}>
            <b dir="auto">{title}</b>
          </Link>
          <span className="chip" data-mark="draft">
            Draft
          </span>
        </p>
        <p className="small soft">
          {quantityToText(guide.questions.length, "question")} · changed{" "}
          {timeToText(updatedAt, app.clock.now())}
        </p>
      </div>
      <span className={styles.actions}>
        <Link href={guideEditAddress(id)} className="button">
          Continue<span className="heard"> with {title}</span>
        </Link>
        <button type="button" className="plain danger" onClick={onRemove}>
          Delete<span className="heard"> {title}</span>
        </button>
      </span>
    </li>
  );
}

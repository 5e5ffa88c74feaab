import { useMemo } from "react";
import { Link } from "wouter";
import { quantityToText } from "../../domain/text/quantityText.ts";
import type { ExportSource } from "../../state/exports/exports.ts";
import { openSessionToText } from "../../state/session/refusalMessage.ts";
import { useShutting } from "../../state/session/shutting.ts";
import { interviewAddress } from "../../ui/page/addresses.ts";
import { ExportDesk } from "./ExportDesk.tsx";
import styles from "./ExportPage.module.css";

/** The desk for the interviews that were selected; those that may not be read yet are left out, and it is said why. */
export function SelectedExport({ ids }: { readonly ids: readonly string[] }) {
  const shutting = useShutting(ids);
  const readable = useMemo(() => ids.filter((id) => shutting && !shutting.has(id)), [ids, shutting]);
  const source = useMemo((): ExportSource => ({ kind: "sessions", ids: readable }), [readable]);
  const [own] = shutting?.values() ?? [];
  return (
    <>
      {shutting && own && (
        <p className="notice">
          Not exported: {quantityToText(shutting.size, "interview")}. {openSessionToText(own)}{" "}
          <Link href={interviewAddress(own)}>Open that interview</Link>
        </p>
      )}
      {readable.length > 0 && (
        <section
          className={styles.part}
          aria-label={`Export ${quantityToText(readable.length, "interview")}`}
        >
          <h2>Export {quantityToText(readable.length, "interview")}</h2>
          <ExportDesk source={source} />
        </section>
      )}
    </>
  );
}

import { useApp } from "../../state/app/appContext.ts";
import { useBuildHash } from "../../state/app/buildHash.ts";
import { useFigures } from "../../state/app/figures.ts";
import { useAutoBackups } from "../../state/backups/autoBackups.ts";
import { useRetention } from "../../state/candidates/candidates.ts";
import { useAshbyMapping } from "../../state/exports/exports.ts";
import { useSensitiveEdits } from "../../state/notes/sensitiveWords.ts";
import { useStoredKeySettings } from "../../state/session/keySettings.ts";
import { AshbyMappingSection } from "./AshbyMappingSection.tsx";
import { BackupSection } from "./backups/BackupSection.tsx";
import { AutoBackupsSection } from "./backups/AutoBackupsSection.tsx";
import { RestoreSection } from "./backups/RestoreSection.tsx";
import { FiguresSection } from "./FiguresSection.tsx";
import { KeysSection } from "./KeysSection.tsx";
import { RetentionSection } from "./RetentionSection.tsx";
import { SensitiveWordsSection } from "./SensitiveWordsSection.tsx";
import styles from "./SettingsPage.module.css";

/** What concerns everything on this device; one section each. All are drawn at once: what came later would move the rest. */
export function SettingsPage() {
  const { appName } = useApp();
  const build = useBuildHash();
  const files = useAutoBackups();
  const keys = useStoredKeySettings();
  const months = useRetention();
  const figures = useFigures();
  const edits = useSensitiveEdits();
  const mapping = useAshbyMapping();
  const isRead = files !== undefined && keys && months !== undefined && figures && edits && mapping;
  if (!isRead) return null;
  return (
    <main className={`page ${styles.page}`}>
      <h1>Settings</h1>
      <AutoBackupsSection files={files} />
      <BackupSection />
      <RestoreSection />
      <KeysSection settings={keys} />
      <RetentionSection stored={months} />
      <FiguresSection stored={figures} />
      <SensitiveWordsSection edits={edits} />
      <AshbyMappingSection kept={mapping} />
      <p className={`small soft ${styles.about}`}>
        {appName}
        {build !== undefined && `, build ${build}`}
        <br />
        <a href="./licences.txt" target="_blank" rel="noreferrer">
          Licences of the software in this app
        </a>
      </p>
    </main>
  );
}

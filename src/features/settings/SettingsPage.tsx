import { useApp } from "../../state/app/appContext.ts";
import { useBuildHash } from "../../state/app/buildHash.ts";
import { AshbyMappingSection } from "./AshbyMappingSection.tsx";
import { BackupSection } from "./backups/BackupSection.tsx";
import { AutoBackupsSection } from "./backups/AutoBackupsSection.tsx";
import { RestoreSection } from "./backups/RestoreSection.tsx";
import { FiguresSection } from "./FiguresSection.tsx";
import { KeysSection } from "./KeysSection.tsx";
import { RetentionSection } from "./RetentionSection.tsx";
import { SensitiveWordsSection } from "./SensitiveWordsSection.tsx";
import styles from "./SettingsPage.module.css";

/** What concerns everything on this device; one section each. */
export function SettingsPage() {
  const { appName } = useApp();
  const build = useBuildHash();
  return (
    <main className={`page ${styles.page}`}>
      <h1>Settings</h1>
      <AutoBackupsSection />
      <BackupSection />
      <RestoreSection />
      <KeysSection />
      <RetentionSection />
      <FiguresSection />
      <SensitiveWordsSection />
      <AshbyMappingSection />
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

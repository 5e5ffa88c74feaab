import { Component, useEffect, useState, type ComponentType, type ReactNode } from "react";
import { Router, useLocation, useRouter } from "wouter";
import { AppContext, type AppParts } from "../state/app/appContext.ts";
import { toError } from "../domain/text/errorText.ts";
import { useTrouble, type DatabaseOpening } from "../state/app/databaseOpening.ts";
import { isClosedDatabase, isDatabaseError, isNewerDatabase } from "../storage/database.ts";
import { Palette } from "../features/search/Palette.tsx";
import { pageOf } from "../ui/page/LoadedPart.tsx";
import { findRoute, screensAnywhere } from "./Routes.tsx";
import { RescuePage } from "./screen/rescue.ts";
import { Screen } from "./screen/Screen.tsx";
import { loadAfterFirstScreen } from "./firstScreen.ts";
import { UpdateNotice } from "./UpdateNotice.tsx";
import { useAddress } from "./useAddress.ts";

const DataLossPage = pageOf(() =>
  import("../features/settings/backups/DataLossPage.tsx").then((module) => module.DataLossPage),
);

interface Props {
  readonly parts: AppParts;
  readonly opening: DatabaseOpening;
}

export function App({ parts, opening }: Props) {
  return (
    <AppContext value={parts}>
      <Router hook={useAddress}>
        <ErrorScreen>
          <UpdateNotice />
          <Screens opening={opening} />
          <Palette screens={screensAnywhere} />
          <TakingFiles />
        </ErrorScreen>
      </Router>
    </AppContext>
  );
}

/** What takes files comes after the first screen, and draws nothing until it has something to say. */
function TakingFiles() {
  const [Door, setDoor] = useState<ComponentType>();
  useEffect(() => {
    const load = async () => {
      const { FileDoor } = await loadAfterFirstScreen(() => import("./screen/FileDoor.tsx"));
      setDoor(() => FileDoor);
    };
    void load();
  }, []);
  return Door ? <Door /> : null;
}

/** The screen of the address, or what is shown in its place where the database can’t be used. */
function Screens({ opening }: Pick<Props, "opening">) {
  const trouble = useTrouble(opening);
  const { parser } = useRouter();
  const [path] = useLocation();
  if (trouble?.kind === "vanished") return <DataLossPage />;
  // Where the database was taken away under an open session, what was not saved is on that screen only.
  const found = findRoute(parser, path);
  const isKept = found[0].title === null && (trouble?.kind === "closed" || trouble?.kind === "newer");
  if (trouble && !isKept) return <RescuePage kind={trouble.kind} message={trouble.message} />;
  const [route, params] = found;
  if (route.title === null) return route.draw(params);
  return (
    <Screen title={route.title} room={route.room}>
      {route.draw(params)}
    </Screen>
  );
}

/**
 * What is shown instead of a blank page where drawing a screen failed. What was typed is on the disk. Another address is
 * another screen, and is tried.
 */
class ErrorScreen extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: toError(error) };
  }

  // It stays as long as the page does.
  override componentDidMount() {
    addEventListener("hashchange", this);
    addEventListener("error", this);
  }

  /** Of a row that is spoiled WebKit says that it is read, and throws as it is taken: whoever waits for it would wait for good. */
  handleEvent({ type, error = null }: Event & { readonly error?: Error | null }): void {
    if (type === "hashchange" || error?.name === "UnknownError") this.setState({ error });
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { message } = error;
    if (isNewerDatabase(error)) return <RescuePage kind="newer" message={message} />;
    if (isClosedDatabase(error)) return <RescuePage kind="closed" message={message} />;
    if (isDatabaseError(error)) return <RescuePage kind="unreadable" message={message} />;
    return <RescuePage kind="broken" message={message} />;
  }
}

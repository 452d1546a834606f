import { useMutation } from "@tanstack/react-query";
import { type RefObject, useState } from "react";

import { ask, Failure } from "../../api/ask";
import { ExplorerSaveDocument } from "../../gql/graphql";
import { Button } from "../../parts/Button";
import { queryOf } from "./address";
import type { Drawn } from "./combine";
import styles from "./explore.module.css";
import { Menu } from "./Menu";
import { MOST_SEEDS, type Picture } from "./picture";
import type { Stage } from "./stage/Stage";
import { viewOf } from "./useSavedView";

interface ShareMenuProps {
  readonly picture: Picture;
  readonly drawn: Drawn | null;
  readonly stage: RefObject<Stage | null>;
}

/** Two ways of sending a picture: as an address that says it all, or saved under a short one with every place. */
export function ShareMenu({ picture, stage }: ShareMenuProps) {
  const [name, write] = useState("");
  const save = useMutation<string, Failure>({
    mutationFn: async () => {
      const input = viewOf({ ...picture, seeds: seedsOf(picture) }, stage.current?.places() ?? picture.pins, name);
      const { data } = await ask(ExplorerSaveDocument, { input });
      const result = data.saveGraphView;
      if (result?.__typename === "GraphViewSaved") {
        return result.view.id;
      }
      throw new Failure(result?.code ?? "UNREADABLE", result?.message ?? "It was not saved.", "");
    },
  });
  const here = `${window.location.origin}/explore`;
  return (
    <Menu name="Share">
      <p>This address shows the picture as it is chosen; where nodes lie may differ a little.</p>
      <CopyLink address={`${here}?${queryOf(picture)}`} name="Copy the address" />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <label>
          A name for a saved view
          <input type="text" maxLength={200} value={name} onChange={(event) => write(event.target.value)} placeholder="May stay empty" />
        </label>
        <p>A saved view has a short address and keeps every node in its place. Whoever has the address can see it.</p>
        <button type="submit" className={styles.plain} disabled={save.isPending}>
          {save.isPending ? "Saving…" : "Save this view"}
        </button>
      </form>
      {save.isError && <p role="alert">{save.error.message}</p>}
      {save.data !== undefined && <CopyLink address={`${here}?view=${save.data}`} name="Copy the short address" />}
    </Menu>
  );
}

/** A view needs somewhere to begin: the seeds, or else what was expanded or added. */
function seedsOf({ seeds, expanded, added }: Picture): readonly string[] {
  return seeds.length > 0 ? seeds : [...expanded, ...added].slice(0, MOST_SEEDS);
}

function CopyLink({ address, name }: { address: string; name: string }) {
  const [isCopied, say] = useState(false);
  return (
    <div className={styles.copy}>
      <input type="text" readOnly value={address} aria-label="Address" onFocus={(event) => event.target.select()} />
      <Button
        small
        onClick={() => {
          void navigator.clipboard.writeText(address).then(() => say(true));
        }}
      >
        {isCopied ? "Copied" : name}
      </Button>
    </div>
  );
}

import { CollectivePage } from "../../entities/CollectivePage";
import { useEntity } from "../../entities/useEntity";
import { SourceDocument } from "../../gql/graphql";
import { OutsideLink } from "../../parts/OutsideLink";

/** A venue or archive: what it is, what appears there and by whom. */
export function SourcePage() {
  const { entity: source, instead, query } = useEntity("SOURCE", SourceDocument, ({ source }) => source);
  return (
    instead ?? (
      <CollectivePage
        kind="SOURCE"
        entity={source}
        page={SourceDocument}
        query={query}
        line={
          source !== undefined && (
            <>
              {[source.kind.replace(/^./u, (letter) => letter.toUpperCase()), ...source.issn.map((issn) => `ISSN ${issn}`)].join(" · ")}
              {source.homepage !== null && (
                <>
                  {" · "}
                  <OutsideLink to={source.homepage}>Homepage</OutsideLink>
                </>
              )}
            </>
          )
        }
        people="Who publishes here"
      />
    )
  );
}

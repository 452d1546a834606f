import { CollectivePage } from "../../entities/CollectivePage";
import { Relatives } from "../../entities/Relatives";
import { useEntity } from "../../entities/useEntity";
import { InstitutionDocument, type InstitutionQuery } from "../../gql/graphql";
import { OutsideLink } from "../../parts/OutsideLink";

const countries = new Intl.DisplayNames(["en"], { type: "region" });

/** An institution: where it is, what it belongs to, who works there and what they publish. */
export function InstitutionPage() {
  const { entity, instead, query } = useEntity("INSTITUTION", InstitutionDocument, ({ institution }) => institution);
  return (
    instead ?? (
      <CollectivePage
        kind="INSTITUTION"
        entity={entity}
        page={InstitutionDocument}
        query={query}
        line={entity !== undefined && <Whereabouts institution={entity} />}
        hierarchy={<Relatives kind="INSTITUTION" lists={{ "Part of": entity?.parents, "Its parts": entity?.children }} />}
        people="Who works there"
      />
    )
  );
}

function Whereabouts({ institution }: { institution: NonNullable<InstitutionQuery["institution"]> }) {
  const { type, city, country, homepage, domains } = institution;
  const kind = type?.replace(/^./u, (letter) => letter.toUpperCase()) ?? null;
  const place = [city, country === null ? null : countryName(country)].filter(Boolean).join(", ");
  return (
    <>
      {[kind, place].filter(Boolean).join(" · ")}
      {homepage !== null && (
        <>
          {(kind !== null || place !== "") && " · "}
          <OutsideLink to={homepage}>{hostOf(homepage)}</OutsideLink>
        </>
      )}
      {domains.length > 0 && <span className="quiet"> · e-mail at {domains.slice(0, 3).join(", ")}</span>}
    </>
  );
}

function countryName(code: string): string {
  return /^[A-Za-z]{2}$/.test(code) ? (countries.of(code.toUpperCase()) ?? code) : code;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, "") : address;
}

import { Link } from "react-router";

import { counted } from "../../entities/kinds";
import { WorkList } from "../../entities/WorkList";
import { FilteredWorksDocument, type FilteredWorksQuery } from "../../gql/graphql";
import { Notice } from "../../parts/Notice";
import { type Choices, filterOf, orderOf } from "./choices";

const worksOf = ({ works }: FilteredWorksQuery) => works;

/** Works under filters. */
export function FilteredWorks({ choices }: { choices: Choices }) {
  const variables = { filter: filterOf(choices), orderBy: orderOf(choices) };
  const { text } = choices;
  return (
    <WorkList
      key={JSON.stringify(variables)}
      document={FilteredWorksDocument}
      variables={variables}
      pageOf={worksOf}
      search={text}
      count={(total) => counted(total, "work")}
      empty={
        <Notice tone="quiet" title="No work is all of that">
          <Link to={`/search?kind=works${text === "" ? "" : `&q=${encodeURIComponent(text)}`}`}>Take the filters away</Link>
        </Notice>
      }
    />
  );
}

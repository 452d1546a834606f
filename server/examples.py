"""The example queries of the documentation, as links that open them in GraphiQL."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Example:
    """A query that a visitor may try."""

    title: str
    query: str

    @property
    def link(self) -> str:
        """The path that opens GraphiQL with the query."""
        return f"/graphql?query={quote(self.query, safe='')}"


EXAMPLES = (
    Example(
        "Maithra Raghu: her trust score, and her works, newest first",
        """\
{
  researcher(by: { slug: "maithra-raghu" }) {
    name
    trust { score band }
    works(first: 10) {
      totalCount
      nodes { year title }
    }
  }
}
""",
    ),
    Example(
        "Her research graph, two steps out",
        """\
{
  researcher(by: { slug: "maithra-raghu" }) {
    researchGraph(depth: 2, perKind: 5) {
      nodes { id kind label depth }
      edges { source target kind }
      truncated { node edge shown total }
    }
  }
}
""",
    ),
    Example(
        "The topics with the most works",
        """\
{
  topics(first: 10) {
    totalCount
    nodes { name slug }
  }
}
""",
    ),
)

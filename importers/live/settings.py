"""Settings of `bzpeer fetch`, read from the environment with the prefix `BZPEER_`."""

from pydantic import Field

from graphdb.settings import GraphSettings


class FetchSettings(GraphSettings):
    """Where the sources' APIs are, and who asks them."""

    contact_email: str | None = Field(
        default=None,
        pattern=r"^[^@\s]+@[^@\s]+$",
        description="Your address, told to arXiv, OpenAlex, Crossref and ROR with every request of `bzpeer fetch`: "
        "they ask for one and serve those who give it better.",
    )
    arxiv_url: str = Field(default="https://export.arxiv.org/api/query", description="arXiv's API.")
    openalex_url: str = Field(default="https://api.openalex.org", description="OpenAlex's API.")
    crossref_url: str = Field(default="https://api.crossref.org", description="Crossref's API.")
    orcid_url: str = Field(default="https://pub.orcid.org/v3.0", description="ORCID's public API.")
    ror_url: str = Field(default="https://api.ror.org/v2", description="ROR's API.")

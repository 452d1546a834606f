"""Who is who, as a benchmark or a moderator looks at it."""

from neo4j import READ_ACCESS

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

AUTHORSHIPS = """
MATCH (r:Researcher)-[a:AUTHORED]->(w:Work)
RETURN w.id, a.key, r.id, r.identityRule
"""


def researchers_of_authorships(endpoint: Endpoint) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the id and the identity rule of the researcher of every authorship, by work and authorship key."""
    with (
        open_driver(endpoint) as driver,
        driver.session(database=endpoint.database, default_access_mode=READ_ACCESS) as session,
    ):
        return {(work, key): (researcher, rule) for work, key, researcher, rule in session.run(AUTHORSHIPS)}

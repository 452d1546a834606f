"""What the compose file sets in Neo4j's container are settings of that Neo4j."""

import re
from pathlib import Path
from typing import Any

import yaml

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint

SERVICES: dict[str, Any] = yaml.safe_load((Path(__file__).parents[3] / "docker-compose.yml").read_text())["services"]
# Read by the image's own start script.
OF_THE_IMAGE = {"NEO4J_AUTH"}


def setting(variable: str) -> str:
    """The setting that the image makes of a variable: two underscores stand for one, one for a dot."""
    return re.sub(r"_+", lambda match: "." if match[0] == "_" else "_", variable.removeprefix("NEO4J_"))


def test_every_variable_of_neo4j_is_a_setting_that_it_knows(endpoint: Endpoint) -> None:
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        known = {name for (name,) in session.run("SHOW SETTINGS YIELD name").values()}
    variables = SERVICES["neo4j"]["environment"].keys() - OF_THE_IMAGE
    assert variables
    assert {setting(variable) for variable in variables} <= known

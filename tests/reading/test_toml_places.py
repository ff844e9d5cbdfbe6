"""Where settings stand in a TOML file."""

import pytest

from generator.diagnostics import Position
from generator.toml_places import positions

TEXT = """\
# clients = []
[project]
name = "package = 5"

[tool.oasmith]

[[tool.oasmith.clients]]
document = "a.yaml"
retries = { max-retries = 4, statuses = [
  "503",
] }
headers."X.Y" = '''
package = "b"
'''
names = { "GET /a.b" = "a.b" }

[[tool.oasmith.clients]]  # the second
"document" = "b.yaml"
  package = "b"

[tool.oasmith.clients.polling.getRun]
field = "status"
"""


@pytest.mark.parametrize(
    ("pointer", "line", "column"),
    [
        ("/clients/0", 7, 1),
        ("/clients/0/document", 8, 1),
        ("/clients/0/retries", 9, 1),
        ("/clients/0/retries/max_retries", 9, 13),
        ("/clients/0/retries/statuses", 9, 30),
        ("/clients/0/headers/X/Y", 12, 9),
        ("/clients/0/names/GET ~1a/b", 15, 11),
        ("/clients/0/package", 7, 1),  # of what is not there the place of what is above
        ("/clients/1", 17, 1),
        ("/clients/1/document", 18, 1),
        ("/clients/1/package", 19, 3),
        ("/clients/1/polling/getRun", 21, 31),
        ("/clients/1/polling/getRun/field", 22, 1),
    ],
)
def test_a_place(pointer: str, line: int, column: int) -> None:
    assert positions(TEXT, [pointer]) == {pointer: Position(line, column)}
    at_root = TEXT.replace("tool.oasmith.clients", "clients").replace("[tool.oasmith]", "")
    assert positions(at_root, [pointer])[pointer].line == line
    assert positions(TEXT.replace("\n", "\r\n"), [pointer]) == {pointer: Position(line, column)}


def test_what_is_no_toml_has_no_places() -> None:
    assert positions("a = ", ["/clients"]) == {}

"""Passwords in models: they are there and travel, and no log shows them."""

import json

import pytest

from tests.conftest import Build
from tests.support.conversations import Talk, document

DOCUMENT = document(
    """
/users:
  post:
    operationId: createUser
    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
""",
    """
Secret: {type: string, format: password}
Named: {$ref: '#/components/schemas/Secret'}
Login:
  type: object
  required: [secretWord]
  properties:
    secretWord: {type: string, format: password}
    secret_number: {$ref: '#/components/schemas/Named'}
User:
  type: object
  required: [name, word]
  properties:
    name: {type: string}
    word: {type: string, format: password}
    oldWord: {type: string, format: Password, nullable: true}
    hint: {type: string}
    key: {allOf: [{$ref: '#/components/schemas/Secret'}], description: A key.}
    login: {$ref: '#/components/schemas/Login'}
    logins: {type: array, items: {$ref: '#/components/schemas/Login'}}
""",
    version="3.0.3",
)
LOGIN = {"secretWord": "hidden-1", "secret_number": "hidden-2"}
USER = {
    "name": "shown-1",
    "word": "hidden-3",
    "oldWord": "hidden-4",
    "hint": "shown-2",
    "key": "hidden-5",
    "login": LOGIN,
    "logins": [LOGIN],
}


def test_no_text_of_a_model_shows_them(build: Build) -> None:
    package = build(DOCUMENT)
    for user in (
        package.models.User.model_validate(USER),
        package.from_json(package.models.User, {**USER, "hint": "shown-2", "name": ["shown-1"]}),
    ):
        for text in (repr(user), str(user), f"{[user]}"):
            assert "hidden" not in text
            assert "shown-1" in text
            assert "shown-2" in text
    assert (user.word, user.login.secret_number, user.key) == ("hidden-3", "hidden-2", "hidden-5")


def test_they_travel(talk: Talk) -> None:
    conversation = talk(DOCUMENT, USER)
    user = conversation.call("users.create", **conversation.package.models.User(**USER).model_dump())
    assert json.loads(conversation.request.body) == USER
    assert json.loads(conversation.package.to_json(user)) == USER


def test_they_are_required_as_ever(build: Build) -> None:
    user = build(DOCUMENT).models.User
    with pytest.raises(ValueError, match=r"word\n  Field required"):
        user(name="x")
    assert user(name="x", word="y").key is None

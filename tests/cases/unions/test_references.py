"""References to what exists: their readOnly `id` is sent where requests have it."""

from tests.cases.unions.conftest import TalkTo
from tests.support.http_server import json_reply

SERVICE = {"id": "S1", "type": "service_reference", "summary": "Shop", "self": None}
INCIDENT = {"id": "I1", "title": "Down", "service": SERVICE, "team": {"id": "T1", "name": "Ops"}}


def test_references_are_sent_with_their_ids(talk_to: TalkTo) -> None:
    talk = talk_to("references", json_reply({"incident": INCIDENT}, status=201))
    models = talk.package.models
    incident = models.IncidentCreateIncident(
        type="incident",
        title="Down",
        service=models.ServiceReference(id="S1", type="service_reference"),
        priority=models.PriorityReference(id="P1", type="priority_reference"),
        assignees=[models.ReferenceRequest(id="U1", type="user_reference")],
        team=models.IncidentCreateIncidentTeam(id="T1", name="Ops"),
    )
    made = talk.call("incidents.create", incident=incident).incident
    assert talk.request.json["incident"] == {
        "type": "incident",
        "title": "Down",
        "service": {"id": "S1", "type": "service_reference"},
        "priority": {"id": "P1", "type": "priority_reference"},
        "assignees": [{"id": "U1", "type": "user_reference"}],
        "team": {"id": "T1", "name": "Ops"},
    }
    assert (made.service.id, made.service.summary, made.team.id) == ("S1", "Shop", "T1")


def test_what_an_example_sends_may_be_left_out(talk_to: TalkTo) -> None:
    models = talk_to("references", {}).package.models
    assert not models.ReferenceRequest.model_fields["id"].is_required()
    assert models.Reference.model_fields["id"].is_required()
    assert models.PriorityReference.model_fields["id"].is_required()
    assert "summary" not in models.ReferenceRequest.model_fields

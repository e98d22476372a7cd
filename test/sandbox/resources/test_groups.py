"""Groups and contacts: adding, changing, removing, listing, exporting."""

from __future__ import annotations

import csv
import io
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client.sandbox import Sandbox, Settings
from smscx_client.sandbox.resources.groups import service as contacts
from smscx_client.sandbox.spec.errors import ApiError
from smscx_client.sandbox.state.clock import Clock

NL, DE, SE, UNREACHABLE = "+31612469333", "+4915228817386", "+46701740633", "+93701234567"


def new_group(call: Any, name: str = "People", numbers: Any = ()) -> int:
    """A new group with these contacts."""
    group: int = call("POST", "/groups", {"name": name}).json()["info"]["id"]
    if numbers:
        assert add(call, group, numbers)["info"]["totalValid"]
    return group


def add(call: Any, group: int, numbers: Any, **fields: Any) -> Any:
    """Add contacts; returns the response."""
    return call("POST", f"/groups/{group}", {"phoneNumbers": list(numbers), **fields}).json()


def people(call: Any, group: int) -> Any:
    """The contacts of a group as the API lists them."""
    return call("GET", f"/groups/{group}").json()["data"]


def test_groups_are_listed_newest_first_with_the_cost_of_a_message(call: Any) -> None:
    assert call("GET", "/groups").json() == {"data": []}
    first, second = new_group(call, "First", [NL, DE]), new_group(call, "Second")
    call("POST", "/optouts", {"phoneNumbers": [DE]})
    shown = call("GET", "/groups").json()["data"]
    assert [(each["id"], each["name"]) for each in shown] == [(second, "Second"), (first, "First")]
    totals = ("totalPhoneNumbers", "totalOptouts", "totalCost")
    assert [[each[name] for name in totals] for each in shown] == [[0, 0, 0], [2, 1, 0.075]]


def test_name_of_a_group(call: Any) -> None:
    group = new_group(call, "x" * 60)
    assert call("GET", f"/groups/{group}").json()["info"]["name"] == "x" * 60
    assert [each["name"] for each in call("GET", "/groups").json()["data"]] == ["x" * 40]
    assert call("POST", "/groups", {"name": "x" * 61}).json()["error"]["code"] == 1206
    assert call("POST", "/groups", {"name": "x" * 60}).json()["error"]["code"] == 1211


def test_names_are_compared_to_their_end(call: Any) -> None:
    for name in ("a\0bc", "a\0bd", "abc"):
        assert call("POST", "/groups", {"name": name}).status == 201
        assert call("POST", "/groups", {"name": name}).json()["error"]["code"] == 1211


def test_the_id_of_a_deleted_group_is_not_given_again(call: Any) -> None:
    group = new_group(call)
    assert call("DELETE", f"/groups/{group}").status == 200
    assert new_group(call) != group
    assert call("GET", f"/groups/{group}").json()["error"]["code"] == 1200


def test_deleting_a_group_takes_its_contacts_along(call: Any) -> None:
    group = new_group(call, "Short", [NL, DE])
    assert call("DELETE", f"/groups/{group}").json() == {"info": {"id": group, "name": "Short", "totalPhoneNumbers": 2}}
    assert call.sandbox.context.store.all("SELECT * FROM contacts") == []


def test_duplicates_are_counted_and_added_once(call: Any) -> None:
    group = new_group(call, numbers=[NL])
    assert add(call, group, [NL, DE, "+49 1522 8817386", "004915228817386"])["info"] == {
        "totalCost": 0.08,
        "totalValid": 1,
        "totalInvalid": 0,
        "totalDuplicates": 3,
        "totalPhoneNumbers": 4,
        "invalid": [],
        "phoneNumbersByCountry": {"DE": 1},
    }
    assert [each["phoneNumber"] for each in people(call, group)] == [DE, NL]


def test_invalid_numbers_fail_the_request_unless_allowed(call: Any) -> None:
    group = new_group(call)
    refused = add(call, group, [NL, "+3161"])
    assert (refused["error"]["code"], refused["invalid"]) == (1210, ["+3161"])
    assert people(call, group) == []
    info = add(call, group, [NL, "+3161"], allowInvalid=True)["info"]
    assert (info["totalValid"], info["totalInvalid"], info["invalid"]) == (1, 1, ["+3161"])
    assert add(call, group, ["+3161", "0800"], allowInvalid=True)["error"]["code"] == 1210


def test_an_unreachable_contact_costs_nothing(call: Any) -> None:
    assert add(call, new_group(call), [UNREACHABLE])["info"]["totalCost"] == 0


@pytest.mark.parametrize(
    "body",
    [
        {"phoneNumbers": ["0612469333"], "countryIso": "nl"},
        {"phoneNumbers": [{"phoneNumber": "06 1246 9333", "countryIso": "NL"}]},
        {"phoneNumbers": [{"phoneNumber": NL, "countryIso": "DE"}]},
    ],
    ids=str,
)
def test_national_numbers(call: Any, body: dict[str, Any]) -> None:
    group = new_group(call)
    assert call("POST", f"/groups/{group}", body).status == 200
    (contact,) = people(call, group)
    assert (contact["phoneNumber"], contact["countryIso"]) == (NL, "NL")


def test_contacts_with_fields(call: Any) -> None:
    group = new_group(call)
    fields = {"firstName": "Anna", "field5": "Gold", "customFields": {"höhe": "1,78 m", "=1+1": "=2"}}
    add(call, group, [{"phoneNumber": NL, **fields}])
    (contact,) = people(call, group)
    assert {**contact, **fields} == contact
    assert contact["lastName"] is None and contact["optout"] is False
    assert (contact["groupId"], contact["dateAdded"]) == (group, "2026-11-02 09:00:00")


def test_twenty_custom_fields_are_the_most(call: Any) -> None:
    group = new_group(call)
    custom = {f"name{number}": "x" for number in range(20)}
    assert "info" in add(call, group, [{"phoneNumber": NL, "customFields": custom}])
    more = add(call, group, [{"phoneNumber": DE, "customFields": {**custom, "one": "x"}}])
    assert more["error"]["type"] == "invalid_param"
    assert "customFields" in more["error"]["message"]


@pytest.mark.parametrize("numbers", [[NL, {"phoneNumber": DE}], [7], [{"phoneNumber": 7}], [{}], [None]], ids=str)
def test_contacts_of_another_form_are_refused(call: Any, numbers: Any) -> None:
    assert add(call, new_group(call), numbers)["error"]["type"] == "invalid_param"


@pytest.mark.parametrize("numbers", [["0612469333"], [{"phoneNumber": "0612469333"}]], ids=str)
@pytest.mark.parametrize("country", [7, [], "NLD"], ids=str)
def test_a_country_of_another_form_is_refused(call: Any, numbers: Any, country: Any) -> None:
    assert add(call, new_group(call), numbers, countryIso=country)["error"]["type"] == "invalid_param"


@pytest.mark.parametrize("group", ["9", "0", "-1", "abc", "9" * 30, "1.0"])
def test_unknown_groups(call: Any, group: str) -> None:
    for method, path in (("GET", ""), ("DELETE", ""), ("GET", "/empty"), ("GET", "/csv"), ("GET", "/xlsx")):
        response = call(method, f"/groups/{group}{path}")
        assert (response.status, response.json()["error"]["code"]) == (404, 1200)


def test_emptying(call: Any) -> None:
    group = new_group(call, "People", [NL])
    assert call("GET", f"/groups/{group}/empty").json() == {"info": {"id": group, "name": "People"}}
    again = call("GET", f"/groups/{group}/empty")
    assert (again.status, again.body) == (204, b"")


def test_changing_a_contact(call: Any) -> None:
    group = new_group(call)
    add(call, group, [{"phoneNumber": NL, "firstName": "Anna", "lastName": "de Vries", "customFields": {"a": "1"}}])
    (before,) = people(call, group)
    path = f"/groups/{group}/{before['id']}"
    change = {"lastName": "Jansen", "phoneNumber": DE, "customFields": {"b": "2"}}
    assert call("PATCH", path, change).json() == {"info": {"id": before["id"], "groupId": str(group)}}
    (after,) = people(call, group)
    assert after == {**before, **change, "countryIso": "DE"}
    unchanged = call("PATCH", path, change)
    assert (unchanged.status, unchanged.body) == (204, b"")


def test_a_contact_may_not_take_the_number_of_another(call: Any) -> None:
    group = new_group(call, numbers=[NL, DE])
    elsewhere = new_group(call, "Elsewhere", [SE])
    newest = people(call, group)[0]["id"]
    assert call("PATCH", f"/groups/{group}/{newest}", {"phoneNumber": NL}).json()["error"]["code"] == 1215
    assert call("PATCH", f"/groups/{group}/{newest}", {"phoneNumber": "+3161"}).json()["error"]["code"] == 1212
    assert call("PATCH", f"/groups/{group}/{newest}", {"phoneNumber": SE}).status == 200
    assert call("PATCH", f"/groups/{elsewhere}/{newest}", {"firstName": "A"}).json()["error"]["code"] == 1202


@pytest.mark.parametrize("contact", ["1234", "7ad0e8a5-0c4b-4f6e-9d5e-2f1f0a5a3c11"])
def test_unknown_contacts(call: Any, contact: str) -> None:
    group = new_group(call)
    for method, body in (("PATCH", {"firstName": "A"}), ("DELETE", None)):
        response = call(method, f"/groups/{group}/{contact}", body)
        assert (response.status, response.json()["error"]["code"]) == (404, 1202)


def test_pages(call: Any) -> None:
    numbers = [f"+31612{number:06d}" for number in range(7)]
    path = f"/groups/{new_group(call, numbers=numbers)}"
    seen, query = [], "limit=3"
    while query:
        page = call("GET", f"{path}?{query}").json()
        seen += [each["phoneNumber"] for each in page["data"]]
        cursor = page["paging"]["next"]
        query = f"limit=3&next={cursor}" if cursor else ""
    assert seen == numbers[::-1]
    short = call("GET", f"{path}?short_response=true").json()
    assert (short["data"], short["info"]["totalPhoneNumbers"]) == ([], 7)


def test_export_as_csv(call: Any) -> None:
    group = new_group(call)
    add(call, group, [{"phoneNumber": NL, "firstName": "=1+1", "customFields": {"=size": "XL", "email": "mine"}}])
    add(call, group, [{"phoneNumber": DE, "customFields": {"colour": "red, blue"}}])
    response = call("GET", f"/groups/{group}/csv")
    assert response.headers["Content-Type"] == "application/csv"
    rows = list(csv.DictReader(io.StringIO(response.body.decode())))
    assert [(row["phoneNumber"], row["firstName"]) for row in rows] == [(DE, ""), (NL, "'=1+1")]
    custom = [[row[name] for name in ("'=size", "colour", "email", "customFields.email")] for row in rows]
    assert custom == [["", "red, blue", "", ""], ["XL", "", "", "mine"]]


def test_export_of_an_empty_group(call: Any) -> None:
    group = new_group(call)
    assert call("GET", f"/groups/{group}/csv").body.decode().splitlines() == [
        "id,phoneNumber,countryIso,firstName,lastName,email,field1,field2,field3,field4,field5,groupId,optout,dateAdded"
    ]


def test_export_as_xlsx(call: Any) -> None:
    group = new_group(call)
    add(call, group, [{"phoneNumber": NL, "firstName": "=1+1"}])
    response = call("GET", f"/groups/{group}/xlsx")
    with ZipFile(io.BytesIO(response.body)) as book:
        assert "<t>=1+1</t>" in book.read("xl/sharedStrings.xml").decode()
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40))
def test_any_text_survives_the_exports(shared: Any, text: str) -> None:
    """Without NUL, which the csv module reads since Python 3.11 only."""
    group = new_group(shared, f"Group {len(shared('GET', '/groups').json()['data'])}")
    add(shared, group, [{"phoneNumber": NL, "firstName": text, "customFields": {text: "here"}}])
    exported = shared("GET", f"/groups/{group}/csv").body.decode()
    header, row = csv.reader(io.StringIO(exported, newline=""))
    assert row[3].removeprefix("'") == text.removeprefix("'")
    assert row[-1] == "here" and header[-1].removeprefix("'").removeprefix("customFields.") == text.removeprefix("'")
    with ZipFile(io.BytesIO(shared("GET", f"/groups/{group}/xlsx").body)) as book:
        ElementTree.fromstring(book.read("xl/sharedStrings.xml"))


@pytest.fixture(scope="module")
def shared(caller_type: Any) -> Any:
    """A sandbox for many examples."""
    return caller_type(Sandbox(Settings(rate_limit=10**9), Clock.frozen()))


def test_40000_contacts_at_once(call: Any) -> None:
    numbers = [f"+31612{number:06d}" for number in range(40_000)]
    group = new_group(call)
    info = add(call, group, [{"phoneNumber": number, "customFields": {"n": number}} for number in numbers])["info"]
    assert (info["totalValid"], info["totalCost"]) == (40_000, 3000.0)
    assert add(call, group, numbers)["info"]["totalDuplicates"] == 40_000
    page = call("GET", f"/groups/{group}").json()
    assert [each["phoneNumber"] for each in page["data"]] == numbers[:-501:-1]
    assert call("GET", f"/groups/{group}/csv").body.count(b"\r\n") == 40_001


def test_contacts_of_several_groups_count_once(call: Any) -> None:
    first = new_group(call, "First")
    add(call, first, [{"phoneNumber": NL, "firstName": "Anna"}, {"phoneNumber": DE}])
    second = new_group(call, "Second")
    add(call, second, [{"phoneNumber": SE}, {"phoneNumber": NL, "firstName": "Somebody else"}])
    audience = contacts.contacts_of(call.sandbox.context, [second, first, second])
    assert [row["phone_number"] for row in audience.contacts] == [SE, NL, DE]
    assert audience.contacts[1]["first_name"] == "Somebody else"
    assert audience.groups == [
        {"id": second, "name": "Second", "phoneNumbers": 2},
        {"id": first, "name": "First", "phoneNumbers": 2},
    ]
    assert audience.duplicates_removed == 1


def test_groups_without_contacts(call: Any) -> None:
    group = new_group(call)
    for ids, code in (([group], 1102), ([group, 99], 1140)):
        with pytest.raises(ApiError) as refusal:
            contacts.contacts_of(call.sandbox.context, ids)
        assert refusal.value.code == code


def test_placeholders_of_a_contact(call: Any) -> None:
    group = new_group(call)
    add(call, group, [{"phoneNumber": NL, "firstName": "Anna", "customFields": {"size": "XL", "firstName": "Custom"}}])
    (contact,) = contacts.contacts_of(call.sandbox.context, [group]).contacts
    fields = contacts.placeholders(contact)
    assert (fields["firstName"], fields["lastName"], fields["size"]) == ("Anna", "", "XL")

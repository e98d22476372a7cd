"""The other kinds of jobs: campaigns with personal fields, imports, validations, lookups, the other channels."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smscx_client import ApiValueError, Client, bulk
from smscx_client.sandbox import Sandbox
from smscx_client.sandbox.engine import faults
from test.bulk.conftest import numbers
from test.bulk.test_send import NO_COVERAGE, RESTRICTED, fail, sent, spent

CAMPAIGN = {"from_": "InfoText", "text": "Hi {{firstName}}, {{voucher}}"}


def people(count: int) -> list[dict[str, str]]:
    """Contacts with a name and a voucher."""
    names = enumerate(numbers(count))
    return [{"phone_number": number, "first_name": f"Ann{n}", "voucher": f"V-{n}"} for n, number in names]


def group_names(sandbox: Sandbox) -> list[str]:
    return [row["name"] for row in sandbox.context.store.all("SELECT name FROM groups")]


# --- Campaigns -------------------------------------------------------------------------------------------------------


def test_a_campaign_sends_personal_texts_and_leaves_no_group(client: Client, sandbox: Sandbox, journal: Path) -> None:
    given = [*people(25), {"phone_number": "junk"}, {"phone_number": NO_COVERAGE}, people(1)[0]]
    result = bulk.send_sms_campaign(client, given, name="personal", journal=journal, batch_size=10, **CAMPAIGN)
    texts = {row["recipient"]: row["text"] for row in sandbox.messages()}
    assert [texts[number] for number in numbers(25)] == [f"Hi Ann{n}, V-{n}" for n in range(25)]
    assert result.counts == {"accepted": 25, "invalid": 1, "no coverage": 1, "duplicate": 1}
    assert result.cost == spent(sandbox)
    assert [row.recipient for row in result.rows()] == [contact["phone_number"] for contact in given]
    assert group_names(sandbox) == []


@pytest.mark.parametrize("operation", ["create_group", "add_contacts_to_group", "send_sms_campaign", "delete_group"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_campaign_survives_the_failure_of_each_step(
    client: Client, sandbox: Sandbox, journal: Path, operation: str, when: str
) -> None:
    fail(sandbox, operation, times=2, reset=True, when=when)
    result = bulk.send_sms_campaign(client, people(20), name="steps", journal=journal, batch_size=5, **CAMPAIGN)
    assert sent(sandbox) == Counter(numbers(20))
    assert result.counts == {"accepted": 20}
    assert group_names(sandbox) == []


def test_a_refused_campaign_with_a_group_is_not_replaced(client: Client, sandbox: Sandbox, journal: Path) -> None:
    """The journal is the only place that has the id of the group."""
    fail(sandbox, "send_sms_campaign", code=1108, times=1)
    job: dict[str, Any] = {"name": "personal", "journal": journal, "workers": 1, **CAMPAIGN}
    with pytest.raises(bulk.JobStopped):
        bulk.send_sms_campaign(client, people(3), **job)
    assert len(group_names(sandbox)) == 1
    with pytest.raises(bulk.JournalError, match="with different `text`"):
        bulk.send_sms_campaign(client, people(3), **{**job, "text": "Hi {{firstName}}"})
    assert bulk.send_sms_campaign(client, people(3), **job).accepted == 3
    assert group_names(sandbox) == []


def test_a_restricted_contact_does_not_keep_others_from_the_campaign(
    client: Client, sandbox: Sandbox, journal: Path
) -> None:
    given = [*people(7), {"phone_number": RESTRICTED}]
    result = bulk.send_sms_campaign(client, given, name="embargo", journal=journal, **CAMPAIGN)
    assert result.counts == {"accepted": 7, "no coverage": 1}
    assert group_names(sandbox) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Hi {{first_name}}", "text: no contact has a value for `{{first_name}}`; did you mean `firstName`?"),
        ("Hi {{lastName}}", "text: no contact has a value for `{{lastName}}`; the contacts have firstName, voucher"),
        ("Code {{vuocher}}", "text: no contact has a value for `{{vuocher}}`; did you mean `voucher`?"),
        (
            "You are {{phoneNumber}}",
            "text: no contact has a value for `{{phoneNumber}}`; the contacts have firstName, voucher",
        ),
        (
            "You are in {{countryIso}}",
            "text: no contact has a value for `{{countryIso}}`; the contacts have firstName, voucher",
        ),
        (
            "You have {{customFields}}",
            "text: no contact has a value for `{{customFields}}`; the contacts have firstName, voucher",
        ),
    ],
)
def test_a_placeholder_without_data_is_refused_before_anything_is_sent(
    client: Client, sandbox: Sandbox, journal: Path, text: str, message: str
) -> None:
    contacts = [{**contact, "country_iso": "NL"} for contact in people(2)]
    with pytest.raises(ApiValueError) as error:
        bulk.send_sms_campaign(client, contacts, name="typo", journal=journal, from_="InfoText", text=text)
    assert str(error.value) == message
    strategy = [{"channel": "viber", "template_id": 1}, {"channel": "sms", "text": text}]
    with pytest.raises(ApiValueError) as error:
        bulk.send_multichannel_campaign(
            client, contacts, name="typo", journal=journal, from_="InfoText", strategy=strategy
        )
    assert str(error.value) == message.replace("text:", "strategy[1].text:")
    assert not sent(sandbox)
    assert group_names(sandbox) == []


def test_an_old_campaign_is_found_in_the_reports(client: Client, sandbox: Sandbox, journal: Path) -> None:
    client.groups.create_group({"name": "older"})
    fail(sandbox, "send_sms_campaign", reset=True, when="after")
    with pytest.raises(bulk.JobStopped):
        bulk.send_sms_campaign(client, people(5), name="old", journal=journal, attempts=1, **CAMPAIGN)
    client.groups.create_group({"name": "newer"})
    faults.clear(sandbox.context)
    sandbox.advance(90_000)
    result = bulk.resume(client, journal)
    assert result.counts == {"accepted": 5}
    assert result.cost == spent(sandbox)
    assert sent(sandbox) == Counter(numbers(5))
    assert sorted(group_names(sandbox)) == ["newer", "older"]


# --- Imports ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_import_reads_the_group_when_a_response_is_lost(
    client: Client, sandbox: Sandbox, journal: Path, when: str
) -> None:
    group_id = client.groups.create_group({"name": "all"}).info.id
    fail(sandbox, "add_contacts_to_group", times=2, reset=True, when=when)
    given = [*people(20), {"phone_number": "junk"}]
    result = bulk.import_contacts(client, group_id, given, name="all", journal=journal, batch_size=8)
    rows = sandbox.context.store.all("SELECT phone_number, first_name FROM contacts ORDER BY id")
    assert Counter(row["phone_number"] for row in rows) == Counter(numbers(20))
    assert {row["first_name"] for row in rows} == {f"Ann{n}" for n in range(20)}
    assert result.counts == {"accepted": 20, "invalid": 1}
    assert (result.cost, result.campaign_ids) == (0, [])


def test_another_group_is_another_import(client: Client, journal: Path) -> None:
    first, second = (client.groups.create_group({"name": name}).info.id for name in ("one", "two"))
    bulk.import_contacts(client, first, people(2), name="all", journal=journal)
    with pytest.raises(bulk.JournalError, match="`group_id`"):
        bulk.import_contacts(client, second, people(2), name="all", journal=journal)
    of_numpy: Any = type("int64", (), {"__module__": "numpy", "shape": (), "item": lambda self: first})()
    for same in (first, of_numpy):
        assert bulk.import_contacts(client, same, people(2), name="all", journal=journal).accepted == 2


COLUMNS = "recipient,status,cost,country,parts,msg_id,campaign_id,delivery,error_code"
"""The columns of each result that is written as CSV."""

# --- Numbers ---------------------------------------------------------------------------------------------------------


def test_a_validation_has_the_details_of_each_number(client: Client, journal: Path, tmp_path: Path) -> None:
    result = bulk.validate_numbers(client, ["+31612469333", "junk"], name="check", journal=journal)
    good, bad = result.rows()
    assert (good.status, good.country, bad.status) == ("accepted", "NL", "invalid")
    assert good.details["timezone"] == "Europe/Amsterdam"
    assert result.write_csv(tmp_path / "checked.csv").read_text().splitlines() == [
        f"{COLUMNS},networkOperator,timezone",
        "+31612469333,accepted,0,NL,,,,,,KPN,Europe/Amsterdam",
        "junk,invalid,0,,,,,,,,",
    ]
    assert (good.campaign_id, good.msg_id, good.parts) == (None, None, None)
    assert result.refresh(client).deliveries == {}


@pytest.mark.parametrize("start", [bulk.validate_numbers, bulk.lookup_numbers, bulk.import_contacts])
def test_a_batch_has_40_000_numbers_at_most(client: Client, journal: Path, start: Any) -> None:
    group = (1,) if start is bulk.import_contacts else ()
    with pytest.raises(ApiValueError, match="batch_size: must be a whole number from 1 to 40,000, not 40001"):
        start(client, *group, numbers(1), name="large", journal=journal, batch_size=40_001)


def test_a_validation_is_repeated_after_any_failure(client: Client, sandbox: Sandbox, journal: Path) -> None:
    fail(sandbox, "validate_numbers", probability=0.4, reset=True, when="after")
    result = bulk.validate_numbers(client, numbers(60), name="v", journal=journal, batch_size=5, attempts=50)
    assert result.counts == {"accepted": 60}


def lookups(sandbox: Sandbox) -> Counter[str]:
    return Counter(row["phone_number"] for row in sandbox.context.store.all("SELECT phone_number FROM lookups"))


def test_a_lookup_with_a_lost_response_is_unknown_and_never_repeated_silently(
    client: Client, sandbox: Sandbox, journal: Path
) -> None:
    fail(sandbox, "lookup_numbers", times=1, reset=True, when="before")
    job: Any = {"phone_numbers": numbers(30), "name": "paid", "journal": journal, "batch_size": 10}
    result = bulk.lookup_numbers(client, **job)
    assert result.counts == {"accepted": 20, "unknown": 10}
    assert result.failures == ["ApiConnectionException"]
    assert bulk.resume(client, journal).unknown == 10
    assert sum(lookups(sandbox).values()) == 20
    assert bulk.lookup_numbers(client, **job, retry_unknown=True).counts == {"accepted": 30}
    assert lookups(sandbox) == Counter(numbers(30))
    assert result.cost == spent(sandbox) == Decimal("0.005") * 30


def test_refresh_finds_a_lookup_whose_response_was_lost(
    client: Client, sandbox: Sandbox, journal: Path, tmp_path: Path
) -> None:
    fail(sandbox, "lookup_numbers", times=1, reset=True, when="after")
    result = bulk.lookup_numbers(client, numbers(30), name="paid", journal=journal, batch_size=10)
    assert result.unknown == 10
    assert result.refresh(client).counts == {"accepted": 30}
    assert result.cost == spent(sandbox)
    assert sum(result.deliveries.values()) == 30
    row = next(result.rows())
    assert row.delivery in ("ACTIVE", "ABSENT", "UNKNOWN", "BARRED", "FAILED")
    assert row.details["mccmnc"].startswith("204")
    assert (row.country, row.cost) == ("NL", Decimal("0.005"))
    (one,) = bulk.lookup_numbers(client, numbers(1), name="one", journal=journal).rows()
    assert (one.country, one.cost, bool(one.msg_id), bool(one.campaign_id)) == ("NL", Decimal("0.005"), True, True)
    assert {name for row in result.rows() for name in row.details} <= {"mccmnc", "ported", "roaming"}
    header, first, *_ = result.write_csv(tmp_path / "rows.csv").read_text().splitlines()
    assert header == f"{COLUMNS},mccmnc,ported,roaming"
    assert first.count(",") == header.count(",")


def test_refresh_finds_no_lookup_that_was_never_made(client: Client, sandbox: Sandbox, journal: Path) -> None:
    fail(sandbox, "lookup_numbers", times=1, reset=True, when="before")
    result = bulk.lookup_numbers(client, numbers(10), name="paid", journal=journal)
    assert result.refresh(client).unknown == 10


# --- Channels --------------------------------------------------------------------------------------------------------


@pytest.fixture
def template(sandbox: Sandbox) -> int:
    """The id of a template that is approved and locked, on Viber and under the next id on WhatsApp."""
    columns = "id, name, channel, type, text, created_at, approved, locked"
    for template_id, channel in ((1042, "viber"), (1043, "whatsapp")):
        values = (template_id, channel, channel, "transactional", "Hi {{firstName}}", "2026-11-02 09:00:00", 1, 1)
        sandbox.context.store.execute(f"INSERT INTO templates ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", *values)
    return 1042


def channel_fields(template: int) -> dict[Any, dict[str, Any]]:
    """The fields of each job on another channel than SMS."""
    strategy = [{"channel": "viber", "template_id": template}, {"channel": "sms", "text": "Sale!"}]
    return {
        bulk.send_viber: {"template_id": template},
        bulk.send_whatsapp: {"template_id": template + 1},
        bulk.send_multichannel: {"strategy": strategy},
        bulk.send_viber_campaign: {"template_id": template},
        bulk.send_multichannel_campaign: {"strategy": strategy},
    }


@pytest.mark.parametrize("send", list(channel_fields(0)), ids=lambda send: send.__name__)
def test_each_channel_sends_to_each_recipient_once(
    client: Client, sandbox: Sandbox, journal: Path, template: int, send: Any
) -> None:
    fail(sandbox, "*", probability=0.1, reset=True, when="after")
    fields = channel_fields(template)[send]
    result = send(
        client, people(30), name="rich", journal=journal, batch_size=7, attempts=50, from_="InfoText", **fields
    )
    assert sent(sandbox) == Counter(numbers(30))
    assert result.counts == {"accepted": 30}
    assert result.cost == spent(sandbox) > 0


# --- Delivery reports ------------------------------------------------------------------------------------------------


def test_refresh_joins_the_delivery_reports(client: Client, journal: Path, tmp_path: Path) -> None:
    absent = "+46701740682"
    result = bulk.send_sms(
        client, [*numbers(12), absent, "junk"], name="dlr", journal=journal, batch_size=5, from_="InfoText", text="Hi"
    )
    assert result.deliveries == {}
    assert result.refresh(client).deliveries == {"DELIVERED": 12, "FAILED": 1}
    rows = {row.recipient: row for row in result.rows()}
    assert (rows[absent].status, rows[absent].delivery, rows[absent].error_code) == ("accepted", "FAILED", 27)
    assert (rows["junk"].delivery, rows[numbers(1)[0]].delivery) == (None, "DELIVERED")
    assert rows[absent].details == {}
    header, *lines = result.write_csv(tmp_path / "rows.csv").read_text().splitlines()
    assert header == f"{COLUMNS},originator"
    assert [line.endswith(",FAILED,27,InfoText") for line in lines] == [False] * 12 + [True, False]
    assert bulk.resume(client, journal).deliveries == {"DELIVERED": 12, "FAILED": 1}


def test_each_status_has_a_number(client: Client, journal: Path) -> None:
    client.optouts.add_contact_to_optouts_list(phone_numbers="+31612469333")
    given = {"rejected": "+31612469333", "invalid": "junk"}
    for status, number in given.items():
        result = bulk.send_sms(client, [number], name=status, journal=journal, from_="InfoText", text="Hi")
        statuses = ("accepted", "rejected", "invalid", "no_coverage", "duplicates", "unknown", "pending")
        assert {name: getattr(result, name) for name in statuses} == {**dict.fromkeys(statuses, 0), status: 1}
        assert (result.name, result.journal) == (status, journal)
        assert repr(result) == f"<Result of job '{status}': {status} 1; cost 0>"

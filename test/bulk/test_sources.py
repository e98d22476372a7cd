"""Recipients and contacts from iterables, CSV files and data frames."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import warnings
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smscx_client import ApiTypeError, ApiValueError, Client, bulk
from smscx_client._phone_numbers import clean_phone_number
from smscx_client.bulk import csv_files, sources
from smscx_client.bulk.csv_files import RejectedLinesWarning
from smscx_client.models import GroupAdd

ONE, OTHER = "+31612469333", "+33612345678"


# --- Recipients ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        [ONE, OTHER],
        (ONE, OTHER),
        iter([ONE, OTHER]),
        dict.fromkeys([ONE, OTHER]).keys(),
        io.StringIO(f"{ONE}\n{OTHER}\n"),
        ["0031 6 12 46 93 33", "+33 (6) 12-34-56-78"],
        [{"phone_number": ONE}, {"phoneNumber": OTHER, "name": "Ann"}],
        [GroupAdd(phone_number=ONE), GroupAdd(phone_number=OTHER, first_name="Ann")],
        pd.Series([ONE, OTHER]),
        pl.Series([ONE, OTHER]),
        pd.DataFrame({"phone_number": [ONE, OTHER], "name": ["Ann", None]}),
        pl.DataFrame({"phoneNumber": [ONE, OTHER], "name": ["Ann", None]}),
    ],
    ids=lambda source: type(source).__name__,
)
def test_recipients_from_common_types(source: Any) -> None:
    assert list(sources.recipients(source)) == [ONE, OTHER]


@pytest.mark.parametrize(
    "source",
    [
        [31612469333],
        [31612469333.0],
        pd.Series([31612469333]).to_numpy(),
        pd.Series([31612469333]),
        pl.Series([31612469333]),
    ],
)
def test_numbers_of_numeric_types(source: Any) -> None:
    assert list(sources.recipients(source)) == ["31612469333"]


def test_an_invalid_number_is_reported_by_the_api() -> None:
    given_items = [" Ann \n", None, float("nan"), "", pd.NA, ONE, {"phone_number": None}]
    assert list(sources.recipients(given_items)) == ["Ann", "", "", "", "", ONE, ""]
    (found,) = sources.lists(given_items, 9, False)
    assert found.lines == ["Ann", "-", "-", "-", "-", ONE, "-"]  # an empty line is no recipient


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (ONE, "recipients: must be an iterable of recipients, not str: use [number] for one number"),
        (Path("numbers.csv"), "bulk.read_csv(path) for a file"),
        (b"numbers", "not bytes"),
        ({ONE: "Ann"}, "not dict"),
        (31, "recipients: must be an iterable, not int"),
        ([ONE, object()], "recipients[1]: must be a phone number or a mapping, not object"),
        ([ONE, True], "recipients[1]: must be a phone number or a mapping, not bool"),
        ([{"mobile": ONE, "name": "Ann"}], "recipients[0]: has no `phone_number`; its fields are: mobile, name"),
        ([{}], "recipients[0]: has no `phone_number`; its fields are: none"),
        (pd.DataFrame({"mobile": [ONE]}), "recipients[0]: has no `phone_number`; its fields are: mobile"),
        (pl.LazyFrame({"phone_number": [ONE]}), "recipients: is a lazy frame: use frame.collect()"),
    ],
)
def test_an_unsupported_source_is_named(source: Any, error: str) -> None:
    with pytest.raises(ApiTypeError) as caught:
        list(sources.recipients(source))
    assert error in str(caught.value)
    assert ONE not in str(caught.value)


def test_a_source_is_read_one_item_at_a_time() -> None:
    read = []

    def numbers() -> Iterator[str]:
        for number in (ONE, OTHER):
            read.append(number)
            yield number

    recipients = sources.recipients(numbers())
    assert read == []
    assert next(recipients) == ONE
    assert read == [ONE]


def test_half_of_an_emoji_is_replaced_since_it_is_no_character() -> None:
    """A table that counts in UTF-16 cuts a text in the middle of one."""
    given_contacts = [{"phone_number": "junk \ud83d", "first_name": "Zoë\ud83d\ude00", "voucher": "Zoë\ud83d"}]
    assert list(sources.recipients(given_contacts)) == ["junk \ufffd"]
    assert list(sources.contacts(given_contacts)) == [
        {"phoneNumber": "junk \ufffd", "firstName": "Zoë\U0001f600", "customFields": {"voucher": "Zoë\ufffd"}}
    ]


@given(st.lists(st.one_of(st.text(), st.none(), st.integers(), st.floats())))
def test_every_item_is_yielded_once_as_one_line(items: list[Any]) -> None:
    found = list(sources.recipients(items))
    assert len(found) == len(items)
    assert all("\n" not in number and number == number.strip() for number in found)


# --- Contacts --------------------------------------------------------------------------------------------------------


def test_contacts_have_the_names_of_the_api() -> None:
    found = list(
        sources.contacts(
            [
                {"phone_number": ONE, "first_name": "Ann", "email": None, "field1": 5.0, "voucher": "X1", "size": 42},
                {"phoneNumber": OTHER, "firstName": "Bob", "countryIso": "FR", "customFields": {"voucher": "X2"}},
                {"phoneNumber": OTHER, "custom_fields": None},
                GroupAdd(phone_number=ONE, last_name="Lee", custom_fields={"voucher": "X3"}),
                OTHER,
            ]
        )
    )
    assert found == [
        {"phoneNumber": ONE, "firstName": "Ann", "field1": "5", "customFields": {"voucher": "X1", "size": "42"}},
        {"phoneNumber": OTHER, "firstName": "Bob", "countryIso": "FR", "customFields": {"voucher": "X2"}},
        {"phoneNumber": OTHER},
        {"phoneNumber": ONE, "lastName": "Lee", "customFields": {"voucher": "X3"}},
        {"phoneNumber": OTHER},
    ]


@pytest.mark.parametrize("frame", [pd.DataFrame, pl.DataFrame])
def test_contacts_from_a_data_frame(frame: Any) -> None:
    rows = frame({"phone_number": [31612469333, 33612345678], "first_name": ["Ann", None], "orders": [1.0, None]})
    assert list(sources.contacts(rows)) == [
        {"phoneNumber": "31612469333", "firstName": "Ann", "customFields": {"orders": "1"}},
        {"phoneNumber": "33612345678"},
    ]


def test_contacts_that_are_wrong_are_named_by_their_position() -> None:
    with pytest.raises(ApiTypeError, match=r"recipients\[1\]: has no `phone_number`; its fields are: name"):
        list(sources.contacts([{"phone_number": ONE}, {"name": "Ann"}]))
    many = {f"own{number}": "x" for number in range(21)}
    with pytest.raises(ApiValueError, match=r"recipients\[0\]: has 21 custom fields; the API takes 20"):
        list(sources.contacts([{"phone_number": ONE, **many}]))
    assert list(sources.contacts([{"phone_number": ""}])) == [{"phoneNumber": ""}]


# --- CSV files -------------------------------------------------------------------------------------------------------

NAMES = {"phone_number": "mobile", "first_name": "first", "voucher": "code"}


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "contacts.csv"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding",
    [
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le with mark", "utf-16-be with mark"),
        *("utf-32", "utf-32-le with mark", "utf-32-be with mark", "cp1252"),
    ],
)
def test_encoding_and_delimiter_are_found(file: Path, encoding: str, delimiter: str) -> None:
    text = f"code{delimiter}mobile{delimiter}first\nX1{delimiter}+31 6 12469333{delimiter}Zoë Nuñez €\n"
    name, _, mark = encoding.partition(" with ")
    written(file, ("\ufeff" if mark else "") + text, name)
    guessed = pytest.warns(bulk.GuessedEncodingWarning) if encoding == "cp1252" else nullcontext()
    with guessed:
        source = bulk.read_csv(file, **NAMES)
    assert source.delimiter == delimiter
    assert list(source) == [{"phone_number": ONE, "first_name": "Zoë Nuñez €", "voucher": "X1"}]
    assert list(source) == list(source)


def test_a_file_that_is_not_utf_8_may_be_read_wrongly_and_the_warning_says_so(file: Path) -> None:
    written(file, "phone_number,name\n+31612469333,Łukasz\n", "cp1250")
    with pytest.warns(bulk.GuessedEncodingWarning) as caught:
        bulk.read_csv(file)
    assert str(caught[0].message) == (
        "contacts.csv is not UTF-8 and is read as Windows-1252; if letters look wrong, give its encoding, such as "
        "encoding='cp1250'"
    )
    assert caught[0].filename == __file__
    source = bulk.read_csv(file, encoding="cp1250")
    assert list(source) == [{"phone_number": ONE, "name": "Łukasz"}]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"encoding": "utf-88"}, "encoding: there is no encoding 'utf-88'; use one such as utf-8, cp1252 or cp1250"),
        ({"encoding": "hex"}, "encoding: there is no encoding 'hex'; use one such as utf-8, cp1252 or cp1250"),
        ({"encoding": "idna"}, "encoding: there is no encoding 'idna'; use one such as utf-8, cp1252 or cp1250"),
        (
            {"encoding": "utf-16"},
            "encoding: contacts.csv cannot be read as utf-16: UTF-16 stream does not start with BOM",
        ),
        ({"delimiter": "::"}, "delimiter: must be one character, not '::'"),
        ({"delimiter": '"'}, "delimiter: cannot be a quotation mark or the end of a line: '\"'"),
        ({"delimiter": "\n"}, "delimiter: cannot be a quotation mark or the end of a line: '\\n'"),
        ({"delimiter": "\r"}, "delimiter: cannot be a quotation mark or the end of a line: '\\r'"),
        ({"delimiter": "\0"}, "delimiter: cannot be a quotation mark or the end of a line: '\\x00'"),
    ],
)
def test_an_encoding_or_delimiter_that_cannot_be_is_refused(file: Path, given: dict[str, Any], message: str) -> None:
    written(file, "phone_number\n+31612469333\n")
    with pytest.raises(ApiValueError) as refused:
        bulk.read_csv(file, **given)
    assert str(refused.value) == message


@pytest.mark.parametrize("wrong", [b"utf-8", 5, ["utf-8"]])
def test_a_path_encoding_or_delimiter_of_another_type_is_refused(file: Path, wrong: Any) -> None:
    written(file, "phone_number\n+31612469333\n")
    for name in ("path", "encoding", "delimiter"):
        with pytest.raises(ApiTypeError, match=f"^{name}: must be .*, not "):
            bulk.read_csv(**{"path": file, name: wrong})


def test_a_file_with_very_many_columns_is_read(file: Path) -> None:
    names = [f"column{number}" for number in range(30_000)]
    written(file, f"{';'.join(names)};mobile\n{';'.join(names)};+31612469333\n")
    assert next(iter(bulk.read_csv(file, phone_number="mobile")))["phone_number"] == "+31612469333"
    with pytest.raises(ApiValueError, match="has no column 'mobil'") as error:
        bulk.read_csv(file, phone_number="mobil")
    assert len(str(error.value)) < 2000


def test_a_first_line_that_is_no_csv_is_an_error(file: Path) -> None:
    written(file, f"mobile,{'x' * 200_000}\n")
    with pytest.raises(ApiValueError, match="contacts.csv: its first line cannot be read: field larger than"):
        bulk.read_csv(file, phone_number="mobile")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    """Each reading would wait for a writer, and the second one has nothing to read."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ApiValueError, match="is a pipe or device; a CSV file is read more than once"):
        bulk.read_csv(tmp_path / "pipe")


def test_rejected_lines_with_half_a_character_are_written(file: Path) -> None:
    file.write_bytes(b"mobile,first\nx,+2AA-\n")
    source = bulk.read_csv(file, encoding="utf-7", phone_number="mobile", first_name="first")
    with pytest.warns(RejectedLinesWarning):
        assert list(source) == []
    assert source.rejected == 1


def test_encoding_and_delimiter_can_be_given(file: Path) -> None:
    written(file, "mobile:name\n+31612469333:Łódź\n", "iso8859-2")
    source = bulk.read_csv(str(file), encoding="iso8859-2", delimiter=":", phone_number="mobile", first_name="name")
    assert list(source) == [{"phone_number": ONE, "first_name": "Łódź"}]
    assert repr(source) == "<CsvSource 'contacts.csv': iso8859-2, delimiter ':'>"
    written(file, "phone_number,name\n+31612469333,Zoë\n", "cp1252")
    assert list(bulk.read_csv(file, encoding="cp1252")) == [{"phone_number": ONE, "name": "Zoë"}]


def test_a_character_that_is_cut_off_at_the_end_is_no_utf_8(file: Path) -> None:
    file.write_bytes(f"phone_number,name\n{ONE},Zo".encode() + b"\xc3")
    with pytest.warns(bulk.GuessedEncodingWarning):
        assert list(bulk.read_csv(file)) == [{"phone_number": ONE, "name": "ZoÃ"}]


def test_names_of_columns_can_have_quotation_marks_line_breaks_and_spaces(file: Path) -> None:
    written(file, f'\n\n mobile ,"first\nname",5" screen\n{ONE},"Ann\r\nLee",yes\n')
    source = bulk.read_csv(file, phone_number="mobile", first_name="first\nname", screen='5" screen')
    assert list(source) == [{"phone_number": ONE, "first_name": "Ann\r\nLee", "screen": "yes"}]


def test_an_error_about_names_shows_no_contacts(file: Path) -> None:
    written(file, f'name,"mobile\n{ONE},Ann\n')
    with pytest.raises(ApiTypeError) as refused:
        bulk.read_csv(file)
    assert str(refused.value).endswith("phone_number=...; its columns are 'name', 'mobile'")


def test_a_clean_file_is_read_in_blocks(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line takes three times as long."""
    written(file, "mobile;first\n" + "".join(f"+316{n:08d};Ann\n" for n in range(999)) + "bad;Ann\n")
    source = bulk.read_csv(file, phone_number="mobile")
    single: list[str] = []
    monkeypatch.setattr(csv_files, "clean_phone_number", lambda text: single.append(text) or clean_phone_number(text))
    with pytest.warns(RejectedLinesWarning, match="line 1001 "):
        assert len(list(source)) == 999
    assert single == [*(f"+316{n:08d}" for n in range(500, 999)), "bad"]


def test_a_comma_in_a_column_name_is_not_taken_for_the_delimiter(file: Path) -> None:
    written(file, 'name, first, or nick; mobile \n"Lee, Ann";+31612469333\n')
    assert list(bulk.read_csv(file, phone_number="mobile")) == [{"phone_number": ONE}]


def test_without_columns_the_names_of_the_file_are_the_fields(file: Path) -> None:
    written(file, f"phoneNumber,First Name,country-iso,field1,Voucher,\n{ONE},Ann,NL,a,X1,\n")
    assert list(bulk.read_csv(file)) == [
        {"phone_number": ONE, "first_name": "Ann", "country_iso": "NL", "field1": "a", "Voucher": "X1"}
    ]


def test_a_file_without_names_is_read_by_position(file: Path) -> None:
    written(file, f"\n{ONE};Ann\n\n{OTHER};Bob\nAnn;{ONE}\n")
    with pytest.warns(RejectedLinesWarning, match="line 5 has a phone number that"):
        assert list(bulk.read_csv(file, phone_number=0, name=1)) == [
            {"phone_number": ONE, "name": "Ann"},
            {"phone_number": OTHER, "name": "Bob"},
        ]
    assert file.with_name("contacts.rejected.csv").read_text().startswith(f"Ann,{ONE},5,has a phone number that")


def test_a_list_of_numbers_is_a_file_with_one_column(file: Path) -> None:
    written(file, f"{ONE}\r\n0033 612345678\r\n")
    assert list(sources.recipients(bulk.read_csv(file, phone_number=0))) == [ONE, OTHER]
    with pytest.raises(ApiValueError, match="contacts.csv has no column 1; it has columns 0 to 0"):
        bulk.read_csv(file, phone_number=1)


BAD = f"""mobile,first,code
{ONE},Ann,X1
Ann,{ONE},X2
,Bob,X3
{OTHER},Bob
{OTHER},Bob,X4,more
3.16E+10,Eve,X5

{OTHER},"Bob
Lee",X6
"""


def test_a_quotation_mark_that_is_closed_by_another_line_is_named(file: Path) -> None:
    source = bulk.read_csv(written(file, f'phone_number,a,b\n{ONE},"Ann,X\n{OTHER},"Bob, Lee",Y\n'))
    with pytest.warns(RejectedLinesWarning) as caught:
        assert [row["phone_number"] for row in source] == [OTHER]
    problem = "line 2 has 4 columns instead of 3 up to the next quotation mark, 1 line below: is one missing?"
    assert problem in str(caught[0].message)


def test_the_warning_names_the_line_of_the_program(file: Path, journal: Path, client: Client) -> None:
    source = bulk.read_csv(written(file, BAD), **NAMES)
    with pytest.warns(RejectedLinesWarning) as caught:
        bulk.validate_numbers(client, source, name="check", journal=journal)
    assert caught[0].filename == __file__


def test_a_source_says_once_that_the_same_lines_are_left_out(file: Path) -> None:
    """An estimate and the job after it read the same source."""
    source = bulk.read_csv(written(file, BAD), **NAMES)
    with pytest.warns(RejectedLinesWarning) as caught:
        first = list(source)
        assert list(source) == first
        assert source.rejected == 5
        written(file, BAD + "bad,Ann,X7\n")
        list(source)
    assert [str(one.message).split(",")[0] for one in caught] == [
        "contacts.csv: 5 lines were left out",
        "contacts.csv: 6 lines were left out",
    ]


def test_bad_lines_are_kept_aside_with_their_numbers(file: Path) -> None:
    source = bulk.read_csv(written(file, BAD), **NAMES)
    assert source.rejected == 0
    with pytest.warns(RejectedLinesWarning) as caught:
        assert list(source) == [
            {"phone_number": ONE, "first_name": "Ann", "voucher": "X1"},
            {"phone_number": OTHER, "first_name": "Bob\nLee", "voucher": "X6"},
        ]
    problem = "line 3 has a phone number that contains letters or other invalid characters"
    assert str(caught[0].message) == (
        f"contacts.csv: 5 lines were left out, the first because {problem}; see contacts.rejected.csv"
    )
    assert source.rejected == 5
    assert stat.S_IMODE(source.rejected_path.stat().st_mode) == 0o600
    with source.rejected_path.open(newline="", encoding="utf-8") as rejected:
        rows = list(csv.reader(rejected))
    assert rows[0] == ["mobile", "first", "code", "line", "problem"]
    assert [(row[3], row[4]) for row in rows[1:]] == [
        ("3", "has a phone number that contains letters or other invalid characters"),
        ("4", "has no phone number"),
        ("5", "has 2 columns instead of 3"),
        ("6", "has 4 columns instead of 3"),
        ("7", "has a phone number that is in scientific notation, which has lost digits: "
              "format the column as text before you save the table"),
    ]  # fmt: skip
    assert rows[1][:3] == ["Ann", ONE, "X2"]
    assert rows[3][:3] == [OTHER, "Bob", ""]
    assert rows[4][-1] == "more"


def test_the_rejected_lines_are_the_next_source_once_they_are_corrected(file: Path) -> None:
    source = bulk.read_csv(written(file, f"mobile,first,code\nnine,Ann,X1\n{ONE},Bob,X2\n"), **NAMES)
    with pytest.warns(RejectedLinesWarning):
        list(source)
    corrected = source.rejected_path.read_text().replace("nine", OTHER)
    source.rejected_path.write_text(corrected)
    assert list(bulk.read_csv(source.rejected_path, **NAMES)) == [
        {"phone_number": OTHER, "first_name": "Ann", "voucher": "X1"}
    ]


def test_a_quotation_mark_that_is_never_closed_costs_one_line(file: Path) -> None:
    lines = [f"+3161246{number:04},Ann,X{number}" for number in range(5000)]
    lines[10] = lines[10].replace("Ann", '"Ann') + "X"
    source = bulk.read_csv(written(file, "\n".join(["mobile,first,code", *lines])), **NAMES)
    problem = "has a quotation mark that is never closed"
    with pytest.warns(RejectedLinesWarning, match=f"1 line was left out, the first because line 12 {problem};"):
        assert [row["voucher"] for row in source] == [f"X{number}" for number in range(5000) if number != 10]
    with source.rejected_path.open(encoding="utf-8", newline="") as rejected:
        assert list(csv.reader(rejected))[1] == [lines[10], "", "", "12", problem]


def test_a_long_file_with_bad_lines_in_the_middle_loses_none(file: Path) -> None:
    lines = [f"+316{n:08d}, Ann{n} ,V{n}" for n in range(1500)]
    lines[499] = '+31600000499,Ann499,"V\n499"'
    lines[700] = "+31600000700,too,many,cells"
    lines[800] = "+31600000800,,V800"
    lines[900] = "no number,Ann900,V900"
    lines[1001] = ""
    lines[1250] = '+31600001250,"never closed,V1250'
    lines[1350] = "+31600001350,too few"
    source = bulk.read_csv(written(file, "mobile,first,code\n" + "\n".join(lines)), **NAMES)
    with pytest.warns(RejectedLinesWarning, match="4 lines"):
        found = list(source)
    names = {800: None}
    assert found == [
        {
            "phone_number": f"+316{n:08d}",
            **({"first_name": name} if (name := names.get(n, f"Ann{n}")) else {}),
            "voucher": "V\n499" if n == 499 else f"V{n}",
        }
        for n in range(1500)
        if n not in (700, 900, 1001, 1250, 1350)
    ]
    with source.rejected_path.open(encoding="utf-8", newline="") as rejected:
        assert [row["line"] for row in csv.DictReader(rejected)] == ["703", "903", "1253", "1353"]


def test_a_line_that_is_too_long_is_kept_aside_too(file: Path) -> None:
    long = f"{ONE},{'x' * 140_000}"
    source = bulk.read_csv(written(file, f"phone_number,name\n{long}\n{OTHER},Ann\n"))
    with pytest.warns(RejectedLinesWarning, match="line 2 cannot be read: field larger than field limit"):
        assert list(source) == [{"phone_number": OTHER, "name": "Ann"}]
    assert f'"{long}",,2,' in source.rejected_path.read_text()
    with pytest.raises(ApiValueError, match="its first line cannot be read: field larger than field limit"):
        bulk.read_csv(written(file, f"mobile,{'x' * 140_000}\n{long}\n"), phone_number="mobile")


@pytest.mark.parametrize("size", [1, 4, 100])
def test_a_file_becomes_the_same_contacts_as_mappings(file: Path, size: int) -> None:
    rows = [("Ann", "V1", "a"), ("Zoë", "50 %s", "},{"), ('"', "\\", "b"), ("", "V4", "c"), *[("Bob", "V", "d")] * 600]
    contacts = [
        {"phone_number": f"+316{n:08d}", "first_name": first, "sale %": code, "code": more}
        for n, (first, code, more) in enumerate(rows)
    ]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, contacts[0])
        writer.writeheader()
        writer.writerows(contacts)
    for source in (bulk.read_csv(file), contacts):
        found = list(sources.lists(source, size, True))
        assert {len(some.lines) for some in found[:-1]} == {size}
        lines = [line for some in found for line in some.lines]
        assert lines == [json.dumps(contact, separators=(",", ":")) for contact in sources.contacts(contacts)]
        assert [number for some in found for number in some.numbers] == [row["phone_number"] for row in contacts]
        assert found[-1].fields >= {"firstName", "sale %", "code"}


@pytest.mark.parametrize("count", [1, 3])
def test_contacts_are_encoded_many_at_a_time_into_one_line_each(count: int) -> None:
    contacts = [{"phone_number": f"+316{n:08d}", "first_name": "Ann", "code": "}"} for n in range(count)]
    (found,) = sources.lists(contacts, 9, True)
    assert found.lines == [json.dumps(contact, separators=(",", ":")) for contact in sources.contacts(contacts)]
    assert found.numbers == [contact["phone_number"] for contact in contacts]
    assert found.fields == {"phoneNumber", "firstName", "customFields", "code"}


def test_a_file_without_bad_lines_leaves_nothing_behind(file: Path) -> None:
    source = bulk.read_csv(written(file, f"mobile\n{ONE}\n"), phone_number="mobile")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(list(source)) == 1
    assert list(file.parent.iterdir()) == [file]


def test_characters_of_another_encoding_are_bad_lines(file: Path) -> None:
    file.write_bytes(f"mobile,first\n{ONE},Ann\n{OTHER},".encode() + b"Zo\xeb\n")
    with pytest.warns(RejectedLinesWarning, match="line 3 has characters that are not utf-8"):
        assert len(list(bulk.read_csv(file, encoding="utf-8", phone_number="mobile", first_name="first"))) == 1


@pytest.mark.parametrize(
    ("columns", "error"),
    [
        (
            {"phone_number": "mobil"},
            "phone_number: contacts.csv has no column 'mobil'; its columns are 'mobile', 'first', 'code', "
            "did you mean `mobile`?",
        ),
        ({"phone_number": "mobile", "voucher": "x"}, "voucher: contacts.csv has no column 'x'; its columns are"),
        ({}, "phone_number: say which column of contacts.csv has the phone numbers: phone_number=...; its columns are"),
        ({"first_name": "first"}, "phone_number: is missing: say which column has the phone numbers"),
        ({"phone_number": "mobile", "first_name": 1}, "columns are given by name or by position, not both"),
        (
            {"phone_number": "mobile", "custom_fields": "code"},
            "custom_fields: is no column: give each field of your own",
        ),
        (
            {"phone_number": "mobile", "first_name": "first", "firstName": "code"},
            "first_name: is given twice, as `first_name` and `firstName`",
        ),
        ({"phone_number": -1}, "phone_number: must be the position of a column, from 0"),
        ({"phone_number": None}, "phone_number: must be the name of a column, or its position"),
        ({"phone_number": True}, "phone_number: must be the name of a column, or its position"),
        ({"phone_number": 0, "code": 9}, "code: contacts.csv has no column 9; it has columns 0 to 2"),
        ({"phone_number": 0, "code": 3}, "code: contacts.csv has no column 3; it has columns 0 to 2"),
        ({"phone_number": 0, "custom_fields": 1}, "custom_fields: is no column: give each field of your own"),
        (
            {"phone_number": "mobile", **{f"own{number}": "code" for number in range(21)}},
            "own20: is field 21 of your own; a contact takes 20",
        ),
    ],
)
def test_wrong_columns_are_named(file: Path, columns: dict[str, Any], error: str) -> None:
    written(file, BAD)
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        bulk.read_csv(file, **columns)
    assert (
        str(caught.value)
        .replace("first_name: columns", "columns")
        .replace("phone_number: columns", "columns")
        .startswith(error)
    )


def test_twenty_fields_of_your_own_are_allowed(file: Path) -> None:
    names = [f"own{number}" for number in range(20)]
    written(file, f"{','.join(['mobile', *names])}\n{ONE}{',x' * 20}\n")
    (contact,) = sources.contacts(bulk.read_csv(file, phone_number="mobile", **{name: name for name in names}))
    assert contact == {"phoneNumber": ONE, "customFields": dict.fromkeys(names, "x")}
    written(file, f"{','.join(['phone_number', *names, 'own20'])}\n")
    with pytest.raises(ApiValueError, match="own20: is field 21 of your own; a contact takes 20"):
        bulk.read_csv(file)


def test_a_missing_file_and_an_empty_one_are_named(file: Path) -> None:
    with pytest.raises(FileNotFoundError):
        bulk.read_csv(file, phone_number="mobile")
    written(file, "")
    with pytest.raises(ApiValueError, match="has no column 'mobile'; its columns are none"):
        bulk.read_csv(file, phone_number="mobile")
    assert list(bulk.read_csv(file, phone_number=0)) == []


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).filter(lambda text: "\ufffd" not in text)
ROWS = st.lists(st.tuples(st.integers(31600000000, 31699999999), CELLS, CELLS), max_size=8)


@given(
    rows=ROWS,
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_rows_written_by_csv_are_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[int, str, str]],
    delimiter: str,
    encoding: str,
    quoting: int,
    line_end: str,
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=line_end)
    writer.writerows([("mobile", "first", "code"), *((f"+{number}", *rest) for number, *rest in rows)])
    path = written(tmp_path_factory.mktemp("csv") / "contacts.csv", text.getvalue(), encoding)
    expected = [
        {"phone_number": f"+{number}", "first_name": first.strip(), "voucher": code.strip()}
        for number, first, code in rows
    ]
    found = list(bulk.read_csv(path, **NAMES))
    assert found == [{name: value for name, value in row.items() if value} for row in expected]


@given(st.binary(max_size=300))
def test_any_file_is_contacts_bad_lines_or_an_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("csv") / "contacts.csv"
    path.write_bytes(b"mobile,first\n" + content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RejectedLinesWarning)
        warnings.simplefilter("ignore", bulk.GuessedEncodingWarning)
        source = bulk.read_csv(path, phone_number="mobile")
        assert all(row["phone_number"] for row in source)
    assert source.rejected_path.exists() == bool(source.rejected)

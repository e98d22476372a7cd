"""Configuration: arguments, refused values, environment variables, copies, logging, secrets."""

from __future__ import annotations

import base64
import copy
import http.client
import inspect
import logging
import pathlib
import pickle
import sys
import threading
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import urllib3
from hypothesis import given
from hypothesis import strategies as st

import smscx_client
from smscx_client import ApiAttributeError, ApiTypeError, ApiValueError, Configuration
from smscx_client.configuration import checked_timeout

HOST = "https://api.sms.cx"
LOGGER = logging.getLogger("smscx_client")
RULES = (
    *("multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"),
    *("maxLength", "minLength", "pattern", "maxItems", "minItems"),
)


@pytest.fixture(autouse=True)
def _process_as_it_was() -> Iterator[None]:
    """Restore the state of the process that configurations change: the default, and the logger of the library."""
    level, handlers = LOGGER.level, list(LOGGER.handlers)
    yield
    Configuration.set_default(None)
    LOGGER.setLevel(level)
    for handler in set(LOGGER.handlers) - set(handlers):
        LOGGER.removeHandler(handler)
        handler.close()


def duplicates() -> list[Any]:
    return [
        *(lambda one, n=n: pickle.loads(pickle.dumps(one, n)) for n in range(2, pickle.HIGHEST_PROTOCOL + 1)),
        copy.copy,
        copy.deepcopy,
    ]


# Arguments and attributes


def test_the_published_arguments_keep_their_order() -> None:
    positional = [
        name
        for name, one in inspect.signature(Configuration).parameters.items()
        if one.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
    ]
    assert positional == [
        "host",
        "api_key",
        "api_key_prefix",
        "access_token",
        "username",
        "password",
        "discard_unknown_keys",
        "disabled_client_side_validations",
        "server_index",
        "server_variables",
        "server_operation_index",
        "server_operation_variables",
        "ssl_ca_cert",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("host", HOST),
        ("server_index", 0),
        ("api_key", {}),
        ("api_key_prefix", {}),
        ("access_token", None),
        ("username", None),
        ("password", None),
        ("scope", None),
        ("discard_unknown_keys", False),
        ("client_side_validation", True),
        ("disabled_client_side_validations", ""),
        ("timeout", (5.0, 60.0)),
        ("max_retries", 2),
        ("retries", None),
        ("auto_idempotency", True),
        ("verify_ssl", True),
        ("ssl_ca_cert", None),
        ("cert_file", None),
        ("key_file", None),
        ("assert_hostname", None),
        ("proxy", None),
        ("no_proxy", None),
        ("proxy_headers", None),
        ("socket_options", None),
        ("safe_chars_for_path_param", ""),
        ("temp_folder_path", None),
        ("refresh_api_key_hook", None),
        ("debug", False),
        ("logger_file", None),
    ],
)
def test_defaults(name: str, value: object) -> None:
    assert getattr(Configuration(), name) == value


def test_each_argument_is_an_attribute() -> None:
    def token() -> str:
        return "t"

    one = Configuration(
        "http://localhost:8025/",
        {"ApiKeyAuth": "k"},
        {"ApiKeyAuth": "Key"},
        token,
        "app",
        "secret",
        True,
        "pattern, maxLength",
        ssl_ca_cert="ca.pem",
        timeout=3,
        total_timeout=None,
        max_retries=0,
        scope="sms otp",
        auto_idempotency=False,
    )
    assert one.host == "http://localhost:8025"
    assert one.api_key == {"ApiKeyAuth": "k"}
    assert one.api_key_prefix == {"ApiKeyAuth": "Key"}
    assert one.access_token is token
    assert (one.username, one.password) == (one.application_id, one.application_secret) == ("app", "secret")
    assert one.discard_unknown_keys is True
    assert one.disabled_client_side_validations == "pattern, maxLength"
    assert one.ssl_ca_cert == "ca.pem"
    assert (one.timeout, one.total_timeout, one.max_retries) == (3, None, 0)
    assert (one.scope, one.auto_idempotency) == ("sms otp", False)


@pytest.mark.parametrize(
    ("given", "known"),
    [("api_kye", "api_key"), ("API_KEY", "api_key"), ("max_retrys", "max_retries"), ("verfy_ssl", "verify_ssl")],
)
def test_a_misspelt_argument_is_refused_by_name(given: str, known: str) -> None:
    with pytest.raises(ApiTypeError, match=f"unknown argument `{given}`, did you mean `{known}`\\?"):
        Configuration(**{given: "x"})  # type: ignore[arg-type]


def test_an_argument_like_nothing_known_gets_no_suggestion() -> None:
    with pytest.raises(ApiTypeError) as caught:
        Configuration(zzz=1)  # type: ignore[arg-type]
    assert str(caught.value) == "unknown argument `zzz`"


def test_an_attribute_that_is_no_argument_has_its_own_message() -> None:
    with pytest.raises(ApiTypeError, match=r"set it afterwards, as in configuration\.verify_ssl = "):
        Configuration(verify_ssl=False)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "known"), [("verfy_ssl", "verify_ssl"), ("proxi", "proxy"), ("loger_file", "logger_file")]
)
def test_a_misspelt_attribute_is_refused_by_name(given: str, known: str) -> None:
    one = Configuration()
    with pytest.raises(ApiAttributeError, match=f"`{given}`, did you mean `{known}`"):
        setattr(one, given, False)
    assert not hasattr(one, given)


def test_a_subclass_may_have_its_own_settings() -> None:
    class Ours(Configuration):
        tenant: str
        colour = "red"

    one = Ours(api_key="k")
    one.tenant, one.colour, one._private = "a", "blue", 1  # type: ignore[attr-defined]
    assert (one.tenant, one.colour) == ("a", "blue")
    with pytest.raises(ApiAttributeError, match="did you mean `tenant`"):
        one.tennant = "b"  # type: ignore[attr-defined]


# The environment

ENVIRONMENT = {
    "SMSCX_API_KEY": "env-key",
    "SMSCX_ACCESS_TOKEN": "env-token",
    "SMSCX_APPLICATION_ID": "env-id",
    "SMSCX_APPLICATION_SECRET": "env-secret",
}


@pytest.fixture
def full_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


def credentials(one: Configuration) -> tuple[Any, ...]:
    return one.api_key.get("ApiKeyAuth"), one.access_token, one.username, one.password


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ("env-key", "env-token", "env-id", "env-secret")),
        ({"api_key": "k"}, ("k", None, None, None)),
        ({"api_key": {"ApiKeyAuth": "k"}}, ("k", None, None, None)),
        ({"access_token": "t"}, (None, "t", None, None)),
        ({"username": "i", "password": "s"}, (None, None, "i", "s")),
        ({"application_id": "i", "application_secret": "s"}, (None, None, "i", "s")),
        ({"application_id": "i"}, (None, None, "i", "env-secret")),
        ({"password": "s"}, (None, None, "env-id", "s")),
        ({"api_key": "k", "access_token": "t"}, ("k", "t", None, None)),
        ({"api_key": "", "access_token": "", "username": "", "password": ""}, tuple(ENVIRONMENT.values())),
        ({"api_key": {}}, tuple(ENVIRONMENT.values())),
        ({"api_key": {"ApiKeyAuth": ""}}, tuple(ENVIRONMENT.values())),
    ],
)
@pytest.mark.usefixtures("full_environment")
def test_a_given_credential_keeps_those_of_other_kinds_out(given: dict[str, Any], found: tuple[Any, ...]) -> None:
    assert credentials(Configuration(**given)) == found


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("api_key", "k", ("k", None, None, None)),
        ("access_token", "t", (None, "t", None, None)),
        ("username", "i", (None, None, "i", "env-secret")),
        ("application_secret", "s", (None, None, "env-id", "s")),
        ("api_key", None, (None, "env-token", "env-id", "env-secret")),
        ("timeout", 3, tuple(ENVIRONMENT.values())),
    ],
)
@pytest.mark.usefixtures("full_environment")
def test_a_credential_set_later_keeps_those_of_other_kinds_out(name: str, value: Any, found: tuple[Any, ...]) -> None:
    one = Configuration()
    setattr(one, name, value)
    assert credentials(one) == found


@pytest.mark.usefixtures("full_environment")
def test_credentials_set_one_after_the_other_all_stay() -> None:
    one = Configuration(api_key="k")
    one.access_token, one.username, one.password = "t", "i", "s"
    assert credentials(one) == ("k", "t", "i", "s")


def test_empty_variables_count_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*ENVIRONMENT, "SMSCX_HOST"):
        monkeypatch.setenv(name, "")
    assert credentials(Configuration()) == (None, None, None, None)
    assert Configuration().host == HOST


def test_the_host_comes_from_argument_server_environment_or_the_api(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMSCX_HOST", "http://127.0.0.1:8025/")
    assert Configuration().host == "http://127.0.0.1:8025"
    assert Configuration(host="").host == "http://127.0.0.1:8025"
    assert Configuration(host="http://localhost").host == "http://localhost"
    assert Configuration(host="http://localhost", server_index=0).host == "http://localhost"
    assert Configuration(server_index=0).host == HOST
    monkeypatch.delenv("SMSCX_HOST")
    assert Configuration().host == HOST


@pytest.mark.parametrize("variable", ENVIRONMENT)
def test_an_invalid_value_is_reported_with_its_variable(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, "q7Xw-hidden\n")
    with pytest.raises(ApiValueError, match=f"^{variable}: .*strip") as caught:
        Configuration()
    assert "q7Xw" not in str(caught.value)


def test_an_invalid_host_is_reported_with_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMSCX_HOST", "localhost:8025")
    with pytest.raises(ApiValueError, match="^SMSCX_HOST: must begin with https://"):
        Configuration()


# The host


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://api.sms.cx", "https://api.sms.cx"),
        ("https://api.sms.cx/", "https://api.sms.cx"),
        ("http://localhost:8025//", "http://localhost:8025"),
        ("http://[::1]:8025", "http://[::1]:8025"),
        ("https://gateway.example.com/sms/v1/", "https://gateway.example.com/sms/v1"),
        ("HTTPS://api.sms.cx", "HTTPS://api.sms.cx"),
    ],
)
def test_valid_hosts(given: str, kept: str) -> None:
    assert Configuration(host=given).host == kept
    one = Configuration()
    one.host = given
    assert one.host == kept


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("api.sms.cx", "must begin with https:// or http://"),
        ("localhost:8025", "must begin with https:// or http://"),
        ("ftp://api.sms.cx", "must begin with https:// or http://"),
        ("https://", "must have a host name"),
        ("https://:8025", "must have a host name"),
        ("https:///path", "must have a host name"),
        ("https://q7Xw:hidden@api.sms.cx", "must have no user name and password"),
        ("https://q7Xw@api.sms.cx", "must have no user name and password"),
        ("https://user:q7Xw[0]/@api.sms.cx", "is not a URL"),
        ("https://api.sms.cx?key=q7Xw", "must end before any"),
        ("https://api.sms.cx?", "must end before any"),
        ("https://api.sms.cx#q7Xw", "must end before any"),
        ("https://api.sms.cx:65536", "port"),
        ("https://api.sms.cx:0", "port"),
        ("https://api.sms.cx:q7Xw", "port"),
        ("https://[::1", "is not a URL"),
        ("https://api.sms.cx\n", "no spaces, control characters"),
        ("https://api.sms.cx\r\nX-Evil: 1", "no spaces, control characters"),
        (" https://api.sms.cx", "no spaces, control characters"),
        ("https://api.sms.cx\\@example.com", "no spaces, control characters or backslashes"),
    ],
)
def test_invalid_hosts(given: str, fault: str) -> None:
    one = Configuration()
    for refused in (lambda: Configuration(host=given), lambda: setattr(one, "host", given)):
        with pytest.raises(ApiValueError) as caught:
            refused()
        assert str(caught.value).startswith("host: ")
        assert fault in str(caught.value)
        assert "q7Xw" not in str(caught.value)
    assert one.host == HOST


@pytest.mark.parametrize("given", [b"https://api.sms.cx", 8025])
def test_a_host_is_text(given: Any) -> None:
    with pytest.raises(ApiTypeError, match="host: must be a str"):
        Configuration(host=given)


def test_the_api_has_one_server() -> None:
    one = Configuration(host="http://localhost")
    assert [server["url"] for server in one.get_host_settings()] == [HOST]
    assert one.get_host_from_settings(0) == HOST
    assert one.get_host_from_settings(None) == "http://localhost"
    for index in (1, -1):
        with pytest.raises(ApiValueError, match=f"there is no server {index}"):
            one.get_host_from_settings(index)
        with pytest.raises(ApiValueError, match="server_index"):
            Configuration(server_index=index)


def test_placeholders_in_the_address_of_a_server_are_filled_in() -> None:
    zone = {"default_value": "eu", "enum_values": ["eu", "us"]}
    servers = [
        {"url": "https://{zone}.example.com/{path}", "variables": {"zone": zone, "path": {"default_value": "v1"}}}
    ]
    one = Configuration()
    assert one.get_host_from_settings(0, servers=servers) == "https://eu.example.com/v1"
    assert one.get_host_from_settings(0, {"zone": "us", "path": "v2"}, servers) == "https://us.example.com/v2"
    with pytest.raises(ApiValueError, match=r"server_variables\.zone: must be one of eu, us"):
        one.get_host_from_settings(0, {"zone": "mars"}, servers)


# Credentials


def test_the_api_key_is_text_or_a_dict() -> None:
    one = Configuration(api_key="k")
    assert one.api_key == {"ApiKeyAuth": "k"} == Configuration(api_key={"ApiKeyAuth": "k"}).api_key
    one.api_key["ApiKeyAuth"] = "l"
    assert one.get_api_key_with_prefix("ApiKeyAuth") == "l"
    one.api_key = "m"
    assert one.get_api_key_with_prefix("ApiKeyAuth") == "m"
    one.api_key = None
    assert one.get_api_key_with_prefix("ApiKeyAuth") is None


@pytest.mark.parametrize("key", [1, b"q7Xw", ["q7Xw"], {"ApiKeyAuth": 1}])
def test_an_api_key_of_another_type_is_refused(key: Any) -> None:
    with pytest.raises(ApiTypeError, match="^api_key: must be a str") as caught:
        Configuration(api_key=key)
    assert "q7Xw" not in str(caught.value)


def test_key_and_name_mixed_up_are_not_shown() -> None:
    with pytest.raises(ApiValueError, match='one key, "ApiKeyAuth"') as caught:
        Configuration(api_key={"q7Xw": "ApiKeyAuth"})
    assert "q7Xw" not in str(caught.value)


@pytest.mark.parametrize("name", ["api_key", "access_token", "username", "password"])
@pytest.mark.parametrize(
    "bad", ["q7Xw\n", "q7Xw\r\nX-Evil: 1", "q7Xw\0", "q7Xw\x7f", "q7Xw\x85", "q7Xw\u20ac", "q7Xw\ud800"]
)
def test_a_value_that_no_header_can_carry_is_refused_and_not_shown(name: str, bad: str) -> None:
    one = Configuration()
    for refused in (lambda: Configuration(**{name: bad}), lambda: setattr(one, name, bad)):
        with pytest.raises(ApiValueError, match=f"^{name}: ") as caught:
            refused()
        assert "q7Xw" not in str(caught.value) + repr(caught.value)
    assert credentials(one) == (None, None, None, None)


@pytest.mark.parametrize("name", ["access_token", "username", "password", "application_id", "application_secret"])
def test_a_credential_of_another_type_is_refused_by_the_name_that_was_given(name: str) -> None:
    kind = "a str, or a callable that returns one" if name == "access_token" else "a str"
    for refused in (lambda: Configuration(**{name: b"q7Xw"}), lambda: setattr(Configuration(), name, b"q7Xw")):
        with pytest.raises(ApiTypeError, match=f"^{name}: must be {kind}, not bytes"):
            refused()


def test_a_bad_key_is_refused_when_it_is_read_too() -> None:
    one = Configuration(api_key="k")
    one.api_key["ApiKeyAuth"] = "q7Xw\n"
    with pytest.raises(ApiValueError, match="^api_key: ") as caught:
        one.get_api_key_with_prefix("ApiKeyAuth")
    assert "q7Xw" not in str(caught.value)


def test_prefix_alias_and_hook_of_the_api_key() -> None:
    one = Configuration(api_key="k", api_key_prefix={"ApiKeyAuth": "Key"})
    assert one.get_api_key_with_prefix("ApiKeyAuth") == "Key k"
    assert one.get_api_key_with_prefix("Other") is None
    assert one.get_api_key_with_prefix("Other", alias="ApiKeyAuth") == "k"
    one.refresh_api_key_hook = lambda configuration: configuration.api_key.update(ApiKeyAuth="fresh")
    assert one.get_api_key_with_prefix("ApiKeyAuth") == "Key fresh"


def test_an_access_token_may_be_a_callable() -> None:
    tokens = iter(["one", "two"])
    one = Configuration(access_token=lambda: next(tokens))
    assert [one.get_bearer_token(), one.get_bearer_token()] == ["one", "two"]
    assert Configuration(access_token="t").get_bearer_token() == "t"
    assert Configuration().get_bearer_token() is None


def test_the_result_of_the_callable_is_checked() -> None:
    with pytest.raises(ApiTypeError, match=r"access_token\(\).*must be a str, not NoneType"):
        Configuration(access_token=lambda: None).get_bearer_token()  # type: ignore[arg-type, return-value]
    with pytest.raises(ApiValueError, match=r"access_token\(\)") as caught:
        Configuration(access_token=lambda: "q7Xw\n").get_bearer_token()
    assert "q7Xw" not in str(caught.value)


def test_application_id_and_user_name_are_one_setting() -> None:
    one = Configuration(application_id="a", application_secret="s")
    assert (one.username, one.password) == ("a", "s")
    one.username, one.application_secret = "b", "t"
    assert (one.application_id, one.password) == ("b", "t")
    one.application_id, one.password = "c", "u"
    assert (one.username, one.application_secret) == ("c", "u")
    assert Configuration(username="a", application_id="a").username == "a"
    for twice in ({"username": "q7Xw", "application_id": "a"}, {"password": "q7Xw", "application_secret": "s"}):
        with pytest.raises(ApiValueError, match="two names of one setting") as caught:
            Configuration(**twice)  # type: ignore[arg-type]
        assert "q7Xw" not in str(caught.value)


def test_application_id_and_secret_make_a_basic_header() -> None:
    header = Configuration(username="app", password="s\u00e9:cret").get_basic_auth_token()
    scheme, _, encoded = header.partition(" ")
    assert (scheme, base64.b64decode(encoded).decode()) == ("Basic", "app:s\u00e9:cret")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, r"SMSCX_APPLICATION_ID and SMSCX_APPLICATION_SECRET"),
        ({"username": "app"}, r"application_secret is not: set .* or SMSCX_APPLICATION_SECRET"),
        ({"password": "secret"}, r"application_id is not: set .* or SMSCX_APPLICATION_ID"),
    ],
)
def test_without_application_credentials_the_error_says_what_to_set(given: dict[str, str], message: str) -> None:
    with pytest.raises(ApiValueError, match=message):
        Configuration(**given).get_basic_auth_token()  # type: ignore[arg-type]


def test_an_application_id_with_a_colon_would_run_into_the_secret() -> None:
    with pytest.raises(ApiValueError, match="username: .* no colon") as caught:
        Configuration(username="q7Xw:secret")
    assert "q7Xw" not in str(caught.value)


def test_auth_settings_are_the_headers_of_what_is_set() -> None:
    assert Configuration().auth_settings() == {}
    one = Configuration(api_key="k", access_token=lambda: "t", username="a", password="s")
    assert one.auth_settings() == {
        "ApiKeyAuth": {"type": "api_key", "in": "header", "key": "X-API-KEY", "value": "k"},
        "BasicAuth": {"type": "basic", "in": "header", "key": "Authorization", "value": "Basic YTpz"},
        "BearerAuth": {"type": "bearer", "in": "header", "key": "Authorization", "value": "Bearer t"},
    }


# Numbers, flags, rules


@pytest.mark.parametrize("value", [None, 1, 0.5, (1, 2.5), (None, 3), (None, None)])
def test_valid_timeouts(value: Any) -> None:
    one = Configuration(timeout=value)
    assert one.timeout == value == checked_timeout(value, "_request_timeout")
    one.timeout = (7, 8)
    assert one.timeout == (7, 8)


def test_a_timeout_from_a_json_file_is_a_pair_too() -> None:
    assert Configuration(timeout=[1, 2]).timeout == (1, 2)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (0, ApiValueError),
        (-1, ApiValueError),
        (float("nan"), ApiValueError),
        (float("inf"), ApiValueError),
        ((1, 0), ApiValueError),
        ((1,), ApiValueError),
        ((1, 2, 3), ApiValueError),
        ("5", ApiTypeError),
        (True, ApiTypeError),
        ((1, "2"), ApiTypeError),
    ],
)
def test_invalid_timeouts(value: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="^timeout: "):
        Configuration(timeout=value)
    with pytest.raises(error, match="^_request_timeout: "):
        checked_timeout(value, "_request_timeout")


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("max_retries", -1, ApiValueError),
        ("max_retries", 1.5, ApiTypeError),
        ("max_retries", True, ApiTypeError),
        ("max_retries", None, ApiTypeError),
        ("total_timeout", 0, ApiValueError),
        ("total_timeout", (1, 2), ApiTypeError),
        ("connection_pool_maxsize", 0, ApiValueError),
        ("verify_ssl", "false", ApiTypeError),
        ("verify_ssl", None, ApiTypeError),
        ("disabled_client_side_validations", ["pattern"], ApiTypeError),
        ("auto_idempotency", "no", ApiTypeError),
        ("client_side_validation", "no", ApiTypeError),
        ("scope", ["sms"], ApiTypeError),
        ("proxy", 5, ApiTypeError),
        ("no_proxy", ["localhost"], ApiTypeError),
        ("proxy_headers", "X-Team: a", ApiTypeError),
        ("safe_chars_for_path_param", 5, ApiTypeError),
        ("temp_folder_path", 5, ApiTypeError),
        ("refresh_api_key_hook", "hook", ApiTypeError),
        ("logger_file", 5, ApiTypeError),
        ("logger_format", 5, ApiTypeError),
    ],
)
def test_invalid_settings(name: str, value: Any, error: type[Exception]) -> None:
    one = Configuration()
    before = getattr(one, name)
    with pytest.raises(error, match=f"^{name}: "):
        setattr(one, name, value)
    assert getattr(one, name) == before


@pytest.mark.parametrize(
    "name", ["api_key_prefix", "server_variables", "server_operation_index", "server_operation_variables"]
)
def test_a_setting_of_several_values_is_a_dict(name: str) -> None:
    with pytest.raises(ApiTypeError, match=f"^{name}: must be a dict, not str"):
        Configuration(**{name: "Token"})


def test_every_rule_can_be_turned_off() -> None:
    for rules in ("", *RULES, ",".join(RULES), " pattern , minimum "):
        assert Configuration(disabled_client_side_validations=rules).disabled_client_side_validations == rules


def test_a_rule_that_does_not_exist_is_named_with_those_that_do() -> None:
    one = Configuration()
    for refused in (
        lambda: Configuration(disabled_client_side_validations="pattern,maxlength"),
        lambda: setattr(one, "disabled_client_side_validations", "pattern,maxlength"),
    ):
        with pytest.raises(ApiValueError, match="^disabled_client_side_validations: .*`maxlength`") as caught:
            refused()
        assert all(rule in str(caught.value) for rule in RULES)


# The default


def test_the_default_is_kept_and_given_as_a_copy() -> None:
    one = Configuration(api_key="k", host="http://localhost")
    Configuration.set_default(one)
    one.api_key = "changed"
    found = Configuration.get_default_copy()
    assert (found.host, found.api_key) == ("http://localhost", {"ApiKeyAuth": "k"})
    found.api_key["ApiKeyAuth"] = "changed"
    assert Configuration.get_default_copy().api_key == {"ApiKeyAuth": "k"}


def test_changes_to_the_default_reach_later_copies() -> None:
    Configuration.get_default().api_key = "k"
    assert Configuration.get_default_copy().api_key == {"ApiKeyAuth": "k"}
    assert Configuration.get_default() is Configuration.get_default()


def test_without_a_default_the_environment_counts_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMSCX_API_KEY", "one")
    assert Configuration.get_default_copy().api_key == {"ApiKeyAuth": "one"}
    monkeypatch.setenv("SMSCX_API_KEY", "two")
    assert Configuration.get_default_copy().api_key == {"ApiKeyAuth": "two"}


def test_a_client_without_configuration_uses_the_default() -> None:
    Configuration.set_default(Configuration(host="http://localhost:1", api_key="k"))
    with smscx_client.ApiClient() as client:
        assert client.configuration.host == "http://localhost:1"


# Copying and pickling


def filled() -> Configuration:
    one = Configuration("http://localhost", "k", {"ApiKeyAuth": "Key"}, "t", "a", "s", timeout=(1, 2), max_retries=7)
    one.verify_ssl = False
    one.proxy, one.proxy_headers = "http://proxy", {"a": "b"}
    one.retries = urllib3.Retry(3)
    one.socket_options = [(6, 1, 1)]
    one.temp_folder_path = "downloads"
    return one


@pytest.mark.parametrize("duplicate", duplicates())
def test_copies_have_every_setting(duplicate: Any) -> None:
    one = filled()
    again = duplicate(one)
    assert type(again) is Configuration
    assert again.auth_settings() == one.auth_settings()
    for name in ("host", "timeout", "max_retries", "verify_ssl", "proxy", "proxy_headers", "socket_options"):
        assert getattr(again, name) == getattr(one, name)
    assert (again.retries.total, again.temp_folder_path) == (3, "downloads")
    again.max_retries = 1
    assert one.max_retries == 7
    with pytest.raises(ApiAttributeError):
        again.verfy_ssl = True


def test_a_deep_copy_shares_nothing_that_can_change() -> None:
    one = filled()
    again = copy.deepcopy(one)
    again.api_key["ApiKeyAuth"] = "other"
    again.proxy_headers["c"] = "d"  # type: ignore[index]
    assert one.api_key == {"ApiKeyAuth": "k"}
    assert one.proxy_headers == {"a": "b"}


def test_a_deep_copy_shares_the_source_of_tokens() -> None:
    class Source:
        def __init__(self) -> None:
            self.lock = threading.Lock()  # cannot be copied, and must not be

        def token(self) -> str:
            return "t"

    source = Source()
    again = copy.deepcopy(Configuration(access_token=source.token))
    assert again.access_token.__self__ is source  # type: ignore[union-attr]


def test_a_hook_that_cannot_be_pickled_raises_its_own_error() -> None:
    one = Configuration(access_token=lambda: "t")
    with pytest.raises((pickle.PicklingError, AttributeError), match="lambda"):
        pickle.dumps(one)


@pytest.mark.usefixtures("full_environment")
def test_copies_keep_the_values_of_the_environment() -> None:
    for duplicate in duplicates():
        again = duplicate(Configuration())
        again.api_key = "k"
        assert credentials(again) == ("k", None, None, None)


# Logging


def test_debug_sets_the_level_of_the_library_s_logger_and_nothing_else() -> None:
    root = logging.getLogger()
    urllib3_level = logging.getLogger("urllib3").level
    before = (root.level, list(root.handlers), http.client.HTTPConnection.debuglevel, list(LOGGER.handlers))
    LOGGER.setLevel(logging.ERROR)
    one = Configuration()
    assert LOGGER.level == logging.ERROR
    one.debug = True
    assert (one.debug, LOGGER.level) == (True, logging.DEBUG)
    assert logging.getLogger("urllib3").level == urllib3_level
    one.debug = True
    one.debug = False
    assert (one.debug, LOGGER.level) == (False, logging.ERROR)
    assert before == (root.level, list(root.handlers), http.client.HTTPConnection.debuglevel, list(LOGGER.handlers))


def test_the_loggers_are_there_by_their_published_names() -> None:
    assert Configuration().logger == {"package_logger": LOGGER, "urllib3_logger": logging.getLogger("urllib3")}


def test_a_log_file_is_written_to_until_it_is_taken_away(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "client.log"
    one = Configuration()
    one.logger_file, one.debug = str(file), True
    assert one.logger_file == str(file)
    assert not file.exists()
    LOGGER.debug("first %s", "line")
    one.logger_format = "<%(message)s>"
    LOGGER.debug("second")
    one.logger_file = None
    LOGGER.debug("third")
    first, second = file.read_text(encoding="utf-8").splitlines()
    assert first.endswith("DEBUG first line")
    assert second == "<second>"


def test_one_log_file_has_each_line_once(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "client.log"
    one, two = Configuration(), Configuration()
    one.logger_file = one.logger_file = two.logger_file = file
    copies = [duplicate(one) for duplicate in duplicates()]
    Configuration()
    LOGGER.error("a line")
    assert file.read_text(encoding="utf-8").count("a line") == 1
    assert {each.logger_file for each in copies} == {str(file)}


def test_another_log_file_replaces_the_first_and_leaves_those_of_the_program(tmp_path: pathlib.Path) -> None:
    ours = logging.FileHandler(tmp_path / "one.log", delay=True)
    LOGGER.addHandler(ours)
    one = Configuration()
    one.logger_file = tmp_path / "one.log"
    one.logger_file = tmp_path / "two.log"
    LOGGER.error("a line")
    assert (tmp_path / "one.log").read_text().count("a line") == 1
    assert (tmp_path / "two.log").read_text().count("a line") == 1
    assert ours in LOGGER.handlers


def test_a_configuration_that_arrives_in_another_process_logs_there(tmp_path: pathlib.Path) -> None:
    one = Configuration()
    one.logger_file, one.debug = tmp_path / "client.log", True
    sent = pickle.dumps(one)
    one.logger_file, one.debug = None, False  # as in a process that has not configured it
    again = pickle.loads(sent)
    LOGGER.debug("a line")
    assert again.debug is True
    assert (tmp_path / "client.log").read_text().count("a line") == 1


def test_a_log_file_in_a_folder_that_is_not_there_is_refused_at_once(tmp_path: pathlib.Path) -> None:
    one = Configuration()
    one.logger_file = tmp_path / "client.log"
    with pytest.raises(ApiValueError, match=r"^logger_file: there is no folder .*missing"):
        one.logger_file = tmp_path / "missing" / "client.log"
    assert one.logger_file == str(tmp_path / "client.log")


def test_a_format_that_logging_cannot_use_is_refused() -> None:
    one = Configuration()
    before = one.logger_format
    with pytest.raises(ApiValueError, match="^logger_format: "):
        one.logger_format = "no field at all"
    assert one.logger_format == before


# Secrets


def test_repr_shows_which_credentials_are_set() -> None:
    shown = "Configuration(host='https://api.sms.cx', timeout=(5.0, 60.0), max_retries=2)"
    assert repr(Configuration()) == str(Configuration()) == shown
    assert "api_key='***'" in repr(Configuration(api_key="k"))
    assert "access_token='***'" in repr(Configuration(access_token=lambda: "t"))
    assert "username='***', password='***'" in repr(Configuration(application_id="i", application_secret="s"))
    one = Configuration()
    one.verify_ssl = False
    assert "verify_ssl=False" in repr(one)


characters = st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=":")
secrets = st.text(characters, max_size=60).map("q7Xw{}".format)


@given(st.lists(secrets, min_size=6, max_size=6, unique=True))
def test_no_secret_is_shown_anywhere(hidden: list[str]) -> None:
    key, token, user, word, proxy, bad = hidden
    one = Configuration(api_key=key, access_token=token, username=user, password=word)
    one.proxy, one.proxy_headers = f"http://user:{proxy}@proxy", {"Proxy-Authorization": proxy}
    shown = [repr(one), str(one), f"{one!r:>10}", one.to_debug_report()]
    for refused in (
        *(
            lambda name=name: setattr(one, name, f"{bad}\n")
            for name in ("api_key", "access_token", "username", "password")
        ),
        lambda: setattr(one, "api_key", {bad: bad}),
        lambda: setattr(one, "username", f"{bad}:"),
        lambda: setattr(one, "host", f"https://user:{bad}@localhost"),
        lambda: setattr(one, "host", f"https://localhost?{bad}"),
        lambda: Configuration(username=bad, application_id=user),
    ):
        with pytest.raises((ApiTypeError, ApiValueError)) as caught:
            refused()
        shown += [str(caught.value), repr(caught.value)]
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None
    assert not [text for text in shown if "q7Xw" in text]


def test_the_debug_report_has_platform_and_versions() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        report = Configuration(api_key="q7Xw").to_debug_report()
    assert sys.version.split()[0] in report
    assert "Version of the API: 1.0.2" in report
    assert f"SDK Package Version: {smscx_client.__version__}" in report
    assert "OS: " in report

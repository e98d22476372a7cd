"""Credentials: from the environment or a profile file, never from an option, never readable by others."""

from __future__ import annotations

import os
import stat
import subprocess
import threading
from pathlib import Path

import pytest

from smscx_client.cli import profiles
from test.cli.conftest import COMMAND, KEY, Command

NO_CREDENTIALS = "smscx: there are no credentials; set SMSCX_API_KEY, or save a profile with `smscx configure`"


@pytest.fixture
def without_key(smscx: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command without credentials in the environment."""
    monkeypatch.delenv("SMSCX_API_KEY")
    return smscx


def test_without_credentials_it_says_where_they_come_from(without_key: Command) -> None:
    assert without_key.fails("balance") == (3, NO_CREDENTIALS)


def test_configure_saves_a_key_that_only_the_owner_can_read(without_key: Command) -> None:
    shown = without_key.json("configure", stdin=f"{KEY}\n")
    path = Path(shown["path"])
    assert shown == {"profile": "default", "path": str(path)}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert KEY in path.read_text()
    assert "5,000.00" in without_key("balance").stdout


def test_profiles_are_chosen_by_name(without_key: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    without_key("configure", stdin="wrong\n")
    without_key("--profile", "shop", "configure", "--host", without_key.url, stdin=f"{KEY}\n")
    assert profiles.profiles()["shop"] == {"api_key": KEY, "host": without_key.url}
    code, error = without_key.fails("balance")
    assert (code, "InvalidCredentialsException" in error) == (3, True)
    without_key("balance", "--profile", "shop")
    without_key("--profile", "shop", "balance")
    monkeypatch.setenv("SMSCX_PROFILE", "shop")
    without_key("balance")
    code, error = without_key.fails("balance", "--profile", "shops")
    assert (code, "there is no profile shops in " in error, "default, shop" in error) == (3, True, True)


def test_a_named_profile_takes_precedence_over_the_environment_and_the_default_does_not(smscx: Command) -> None:
    smscx("configure", stdin="wrong\n")
    smscx("balance")
    code, _ = smscx.fails("balance", "--profile", "default")
    assert code == 3


def test_an_application_is_saved_with_its_secret(without_key: Command) -> None:
    settings = without_key.sandbox.context.settings
    without_key("configure", "--application-id", "app", stdin=f"{settings.application_secret}\n")
    assert profiles.profiles()["default"] == {
        "application_id": "app",
        "application_secret": settings.application_secret,
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
def test_a_file_that_others_can_read_is_refused(without_key: Command, mode: int) -> None:
    without_key("configure", stdin=f"{KEY}\n")
    path = profiles.profile_file()
    path.chmod(mode)
    code, error = without_key.fails("balance")
    assert (code, error) == (
        3,
        f"smscx: other users can read the profile file {path}, which has secrets; run: chmod 600 {path}",
    )
    assert KEY not in error


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("api_key = x", "line 1: not a profile file, see `smscx configure --help`"),
        ("[default]\napi-key = x", "profile default has no setting `api-key`; the settings are api_key, "),
        ("[default]\nkey", "line 2: not a profile file"),
    ],
)
def test_a_wrong_file_is_named_with_its_line(without_key: Command, text: str, error: str) -> None:
    path = profiles.profile_file()
    path.parent.mkdir()
    path.touch(0o600)
    path.write_text(text)
    code, sentence = without_key.fails("balance")
    assert (code, error in sentence) == (2, True)


def test_nothing_is_saved_without_a_secret_or_with_a_wrong_one(without_key: Command) -> None:
    assert without_key.fails("configure", stdin="") == (2, "smscx: no api key was given: nothing was done")
    assert without_key.fails("configure", "--host", "nowhere", stdin="key\n")[0] == 2
    assert not profiles.profile_file().exists()


def test_no_option_of_any_command_takes_a_secret(smscx: Command) -> None:
    commands = ([], ["send"], ["otp", "new"], ["configure"], ["doctor"], ["webhooks", "listen"])
    shown = "".join(smscx(*words, "--help").stdout for words in commands)
    for word in ("--api-key", "--key", "--token", "--secret", "--password", "--access-token"):
        assert word not in shown


def test_the_file_is_in_the_folder_for_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SMSCX_PROFILES", raising=False)
    monkeypatch.setenv("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME", str(tmp_path))
    assert profiles.profile_file() == tmp_path / "smscx" / "profiles.ini"


def test_without_a_home_folder_the_error_says_what_to_set(
    without_key: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("SMSCX_PROFILES", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", no_home)
    expected = (
        "smscx: there is no home folder for the profile file; set SMSCX_API_KEY, or name the file in SMSCX_PROFILES"
    )
    assert without_key.fails("balance") == (3, expected)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no lock of folders")
def test_profiles_that_are_saved_at_the_same_time_are_all_kept(
    without_key: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = profiles.profiles
    second = threading.Thread(target=profiles.save_profile, args=("second", {"api_key": "two"}))

    def reading() -> dict[str, dict[str, str]]:
        found = read()
        if second.ident is None:  # the first one has read the file and has not written it
            second.start()
            second.join(0.1)
        return found

    monkeypatch.setattr(profiles, "profiles", reading)
    profiles.save_profile("first", {"api_key": "one"})
    second.join()
    assert read().keys() == {"first", "second"}


def test_input_that_is_no_text_is_one_sentence_without_it(smscx: Command) -> None:
    bad = subprocess.run(
        [*COMMAND, "text"],
        input=b"secret \xff",
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
    )
    assert (bad.returncode, bad.stderr) == (2, b"smscx: the input is not utf-8 text (byte 8)\n")

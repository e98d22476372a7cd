"""`smscx bulk`: send to any number of recipients, continue after a crash, and see what became of it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, List, Optional  # noqa: UP035 - typer reads these at run time

import typer

from smscx_client._money import amount_text
from smscx_client.cli import bulk_report, output, recipients
from smscx_client.cli.exit_codes import CommandError, ExitCode, exit_code_of
from smscx_client.cli.options import Json, Originator, Profile, Text, Yes
from smscx_client.cli.shell import Shell, shell_of

if TYPE_CHECKING:
    from smscx_client.bulk import Result
    from smscx_client.client import Client

__all__ = ["register"]

group = typer.Typer(name="bulk", help="Any number of recipients, each once, also after a crash.", no_args_is_help=True)

_SAMPLE = 500
#: The statuses of recipients that a job did not reach.
_NOT_REACHED = ("rejected", "invalid", "no coverage", "unknown", "pending")

_Journal = Annotated[Path, typer.Argument(metavar="JOURNAL", help="The file of the journal.")]
_Name = Annotated[
    Optional[str], typer.Option("--name", metavar="NAME", help="The job, if the journal has more than one.")
]
_Workers = Annotated[int, typer.Option("--workers", metavar="N", min=1, help="Requests at a time.")]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")]


@group.command()
def send(
    context: typer.Context,
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="The name of the job: nothing is sent twice under a name.")
    ],
    from_: Originator,
    journal: Annotated[
        Optional[Path], typer.Option("--journal", metavar="FILE", help="The journal. Default: NAME.db.")
    ] = None,
    to: Annotated[
        Optional[List[str]],  # noqa: UP006
        typer.Option("--to", metavar="NUMBER|@FILE", help="A recipient; repeatable. @FILE has one on each line."),
    ] = None,
    csv: Annotated[
        Optional[Path], typer.Option("--csv", metavar="FILE", help="A CSV file with the recipients and their fields.")
    ] = None,
    columns: Annotated[
        Optional[List[str]],  # noqa: UP006
        typer.Option(
            "--column",
            metavar="FIELD=COLUMN",
            help="The column of a field, such as phone_number=mobile; repeatable. Without it, each column is the field "
            "of its own name.",
        ),
    ] = None,
    encoding: Annotated[
        Optional[str],
        typer.Option("--encoding", metavar="NAME", help="Of the CSV file, such as cp1250. Default: found in the file."),
    ] = None,
    delimiter: Annotated[
        Optional[str],
        typer.Option("--delimiter", metavar="CHAR", help="Of the CSV file. Default: found in its first line."),
    ] = None,
    text: Text = None,
    workers: _Workers = 4,
    batch_size: Annotated[
        Optional[int], typer.Option("--batch-size", metavar="N", min=1, max=25_000, help="Recipients per request.")
    ] = None,
    quiet: _Quiet = False,
    yes: Yes = False,
    json: Json = False,
    profile: Profile = None,
) -> None:
    """Send an SMS to any number of recipients.

    The plan is in the journal before anything is sent, so after a crash the same command, or `smscx bulk resume`, goes
    on where it stopped. A text with {{firstName}} or a field of the CSV file is sent as a campaign, filled in for each
    recipient.
    """
    from smscx_client import bulk

    shell = shell_of(context, json, profile)
    source = _source(to or [], csv, _mapping(columns or []), encoding=encoding, delimiter=delimiter)
    body = recipients.text_of(text, to or [])
    path = journal or Path(f"{name}.db")
    is_campaign = csv is not None and _is_personal(body)
    run: Callable[..., Result] = bulk.send_sms_campaign if is_campaign else bulk.send_sms
    message = {"from_": from_, "text": body}
    sizes = {} if batch_size is None else {"batch_size": batch_size}
    with shell.client() as client:
        _confirm(shell, client, source, message, path, name, is_campaign=is_campaign, yes=yes)
        with _ending(path):
            result = run(
                client,
                source,
                name=name,
                journal=path,
                progress=not quiet,
                workers=workers,
                **message,
                **sizes,
            )
    _finish(shell, result)


@group.command()
def resume(
    context: typer.Context,
    journal: _Journal,
    name: _Name = None,
    workers: _Workers = 4,
    retry_unknown: Annotated[
        bool, typer.Option("--retry-unknown", help="Repeat what may already have been sent. It may be sent twice.")
    ] = False,
    quiet: _Quiet = False,
    yes: Yes = False,
    json: Json = False,
    profile: Profile = None,
) -> None:
    """Continue a job from its journal. The recipients are in it, so their file is not needed."""
    from smscx_client import bulk

    shell = shell_of(context, json, profile)
    known = bulk.status(_existing(journal), name)
    left = known.pending + (known.unknown if retry_unknown else 0)
    if left > 1:
        shell.confirm(f"Continue with {left:,} recipients of job {known.name}?", yes=yes)
    with shell.client() as client, _ending(journal):
        result = bulk.resume(
            client, journal, known.name, progress=not quiet, workers=workers, retry_unknown=retry_unknown
        )
    _finish(shell, result)


@group.command()
def status(context: typer.Context, journal: _Journal, name: _Name = None, json: Json = False) -> None:
    """Print how far jobs are, also while they run.

    No request is sent.
    """
    shell = shell_of(context, json)
    jobs = [_described(result) for result in _jobs(_existing(journal), name)]
    if shell.json:
        output.print_json(jobs)
        return
    rows = [
        {
            "name": job["name"],
            "operation": job["operation"],
            "recipients": job["total"],
            "cost": Decimal(job["cost"]),
            "outcomes": ", ".join(f"{count:,} {status}" for status, count in job["counts"].items()),
        }
        for job in jobs
    ]
    output.print_rows(rows, wrap="outcomes")


@group.command()
def report(
    context: typer.Context,
    journal: _Journal,
    name: _Name = None,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Read the delivery reports first. It costs nothing.")
    ] = False,
    csv: Annotated[
        Optional[Path], typer.Option("--csv", metavar="FILE", help="Write a line for each recipient into this file.")
    ] = None,
    plot: Annotated[
        Optional[Path],
        typer.Option("--plot", metavar="FILE", help="Draw the report into this .png, .svg or .pdf file."),
    ] = None,
    json: Json = False,
    profile: Profile = None,
) -> None:
    """Print what became of a job.

    Recipients by status and delivery, and cost by country.
    """
    from smscx_client import bulk

    shell = shell_of(context, json, profile)
    result = bulk.status(_existing(journal), name)
    if refresh:
        with shell.client() as client:
            result.refresh(client)
    countries = bulk_report.countries_of(result)
    if plot is not None:
        bulk_report.draw(result, countries, plot)
    if csv is not None:
        result.write_csv(csv)
    if shell.json:
        output.print_json({**_described(result), "countries": [one._asdict() for one in countries]})
        return
    _show(result)
    if countries:
        print()
        output.print_rows([row._asdict() for row in countries])
    written = {"csv": csv, "plot": plot}
    if any(written.values()):
        print()
        output.print_block({name: str(path) for name, path in written.items() if path})


# --- Sources ---------------------------------------------------------------------------------------------------------


class _Numbers:
    """The numbers of ``--to``, read from their files again for each pass; stdin and pipes are read once."""

    def __init__(self, given: Iterable[str]):
        self._given = list(given)
        names = {one[1:] for one in self._given if one.startswith("@")}
        once = {name for name in names if name == "-" or (Path(name).exists() and not Path(name).is_file())}
        self._once = {f"@{name}": list(recipients.lines_of(name)) for name in once}
        for name in names - once:
            next(recipients.lines_of(name), None)  # so that a file that cannot be read leaves no journal

    def __iter__(self) -> Iterator[str]:
        for one in self._given:
            if one in self._once:
                yield from self._once[one]
            else:
                yield from recipients.lines_of(one[1:]) if one.startswith("@") else [one]


def _source(
    to: List[str],  # noqa: UP006
    csv: Optional[Path],
    columns: dict[str, Any],
    **form: Any,
) -> Iterable[Any]:
    from smscx_client import bulk

    if bool(to) == (csv is not None):
        raise CommandError("give the recipients with --to, or with --csv")
    if csv is None:
        given = [f"--{name}" for name, value in {"column": columns, **form}.items() if value]
        if given:
            raise CommandError(f"{given[0]} is for --csv")
        return _Numbers(to)
    try:
        return bulk.read_csv(csv, **form, **columns)
    except OSError as error:
        raise CommandError(f"--csv: cannot read {csv}: {error.strerror}") from None


def _mapping(words: List[str]) -> dict[str, Any]:  # noqa: UP006
    mapping: dict[str, Any] = {}
    for word in words:
        field, sign, column = word.partition("=")
        if not sign or not field or not column:
            raise CommandError(f"--column {word}: write FIELD=COLUMN, such as phone_number=mobile")
        mapping[field.replace("-", "_")] = int(column) if column.isdecimal() else column
    return mapping


def _is_personal(text: str) -> bool:
    """Whether a text has a placeholder that is filled in for each recipient."""
    from smscx_client.text import placeholders

    return any(placeholder.kind != "general" for placeholder in placeholders(text))


# --- The question ----------------------------------------------------------------------------------------------------


def _confirm(
    shell: Shell,
    client: "Client",
    source: Iterable[Any],
    message: dict[str, Any],
    path: Path,
    name: str,
    *,
    is_campaign: bool,
    yes: bool,
) -> None:
    if yes:
        return
    known = {result.name: result for result in _jobs(path, None)} if path.exists() else {}
    if name in known and not _is_refused(known[name]):
        left = known[name].pending
        if left > 1:
            shell.confirm(f"Continue with {left:,} recipients of job {name}?", yes=yes)
        return
    count, price = _expected(client, source, message, is_campaign)
    if count > 1:
        shell.confirm(f"Send to {count:,} recipients{price}?", yes=yes)


def _is_refused(result: "Result") -> bool:
    """Whether nothing of a job was sent, since its requests failed: the corrected job takes its place."""
    return bool(result.failures) and result.counts.keys() <= {"pending", "duplicate"}


def _expected(client: "Client", source: Iterable[Any], message: dict[str, Any], is_campaign: bool) -> tuple[int, str]:
    """The number of recipients, and what the job costs; about, if that is the cost of the first ones scaled up."""
    from smscx_client import bulk
    from smscx_client.bulk import sources
    from smscx_client.exceptions import ApiException

    estimate: Callable[..., bulk.Estimate] = bulk.estimate_sms_campaign if is_campaign else bulk.estimate_sms
    try:
        found = estimate(client, source, sample=_SAMPLE, **message)
    except ApiException:  # such as for lack of credit, which the job then stops for
        return sum(1 for _ in sources.recipients(source)), ""
    cost = amount_text(found.cost if found.is_exact else round(found.cost, 2))
    return found.recipients, f" for {cost}" if found.is_exact else f" for about {cost}"


# --- The end ---------------------------------------------------------------------------------------------------------


@contextmanager
def _ending(path: Path) -> Iterator[None]:
    """Say how to continue when the job stops before its end."""
    from sqlite3 import Error

    from smscx_client.bulk import JobStopped, JournalError

    try:
        yield
    except KeyboardInterrupt:
        raise CommandError(f"interrupted; continue with: smscx bulk resume {path}", ExitCode.INTERRUPTED) from None
    except JobStopped as stopped:
        cause = stopped.__cause__
        code = exit_code_of(cause) if cause else None
        raise CommandError(f"{stopped}, or: smscx bulk resume {path}", code or ExitCode.PARTLY) from None
    except JournalError as error:
        if not isinstance(error.__cause__, Error):
            raise
        raise CommandError(f"{error}, or: smscx bulk resume {path}", ExitCode.REFUSED) from None


def _finish(shell: Shell, result: "Result") -> None:
    if shell.json:
        output.print_json(_described(result))
    else:
        _show(result)
    if any(result.counts.get(status) for status in _NOT_REACHED):
        raise typer.Exit(ExitCode.PARTLY)


def _described(result: "Result") -> dict[str, Any]:
    return {
        "name": result.name,
        "operation": result.operation,
        "total": result.total,
        "counts": result.counts,
        "deliveries": result.deliveries,
        "cost": str(result.cost),
        "campaign_ids": result.campaign_ids,
        "failures": result.failures,
        "replaced_originators": result.replaced_originators,
    }


def _show(result: "Result") -> None:
    total = result.total
    output.print_block(
        {
            "job": result.name,
            "operation": result.operation,
            "recipients": f"{total:,}",
            "cost": result.cost,
            **{
                f"sent from {used}": f"{count:,}, since the API replaces an originator that is not approved"
                for used, count in result.replaced_originators.items()
            },
        }
    )
    print()
    output.print_rows(
        [
            {"outcome": name, "recipients": count, "share": f"{100 * count / total:.1f} %"}
            for name, count in bulk_report.outcomes_of(result).items()
        ]
    )


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise CommandError(f"there is no journal {path}")
    return path


def _jobs(path: Path, name: Optional[str]) -> list["Result"]:
    from smscx_client import bulk
    from smscx_client.bulk.journal import Reader
    from smscx_client.bulk.storage import Storage

    with Storage(path).reading() as connection:
        names = Reader(connection, path).names()
    return [bulk.status(path, one) for one in names if name in (None, one)]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.add_typer(group)

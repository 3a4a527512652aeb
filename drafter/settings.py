"""Settings: drafter.toml, then DRAFTER_* variables, then flags. Read by the doors only."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_config_path, user_data_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from drafter.errors import BadSettings

FILE = "drafter.toml"


class Settings(BaseModel):
    """What a user may set. Secrets are not settings: providers read their own key variables."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    library: Path = Field(default_factory=lambda: user_data_path("drafter", appauthor=False) / "library")
    """Folder of the library."""
    embedder: str = ""
    """Name of the embedder; "" is the offline default. "openai:MODEL" sends texts to that endpoint."""
    embedder_url: str = ""
    """Base URL of an OpenAI-compatible embedding endpoint; "" is the provider's own."""
    vectors: str = ""
    """A Chroma server that keeps the library's vectors, as http://host:8000; "" keeps them in its folder."""
    chat: str = "offline"
    """Who writes drafts: "offline", "openai:MODEL" or "langchain:PROVIDER:MODEL"."""
    chat_url: str = ""
    """Base URL of an OpenAI-compatible chat endpoint, such as http://127.0.0.1:11434/v1."""
    parallel: int = Field(default=4, ge=1, le=32)
    """Comments drafted at once with a chat."""
    timeout: float = Field(default=120.0, gt=0, le=3600)
    """Seconds to wait for one reply of a chat."""
    reply_tokens: int = Field(default=8000, ge=100, le=200_000)
    """The most tokens of one reply of a chat."""
    remember: bool = True
    """Whether a chat's replies are kept in the library, so that the very same is not asked twice."""
    price_in: float = Field(default=0.0, ge=0)
    """What the chat charges for a million tokens sent, in your currency; 0 where you do not say."""
    price_out: float = Field(default=0.0, ge=0)
    """The same for a million tokens of replies."""
    precedents: int = Field(default=5, ge=1, le=50)
    """Precedents looked at for each comment while drafting."""
    rerank: bool = False
    """Whether the chat puts the first ten precedents of a search in order; they are then sent to it."""


def read_settings(
    flags: Mapping[str, object] | None = None,
    environ: Mapping[str, str] = os.environ,
    files: tuple[Path, ...] | None = None,
) -> Settings:
    """The settings in force. A flag that is None was not given.

    `files` are read in order, the later over the earlier: by default the user's own and that of the working
    folder. Raises BadSettings naming the setting that cannot be used and where it was set.
    """
    places = files if files is not None else (user_config_path("drafter", appauthor=False) / FILE, Path(FILE))
    layers = [(str(p), _from_file(p)) for p in places if p.is_file()]
    layers.append(("the environment", _from_environment(environ)))
    layers.append(("the command line", {k: v for k, v in (flags or {}).items() if v is not None}))
    merged: dict[str, object] = {}
    said_in: dict[str, str] = {}
    for place, layer in layers:
        merged.update(layer)
        said_in.update(dict.fromkeys(layer, place))
    try:
        return Settings.model_validate(merged)
    except ValidationError as error:
        raise BadSettings(_explain(error, said_in)) from None


def _from_file(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(f"{path} is not valid TOML ({error}). Mend that line or remove the file.") from None


def _from_environment(environ: Mapping[str, str]) -> dict[str, object]:
    return {
        name: environ[variable]
        for name in Settings.model_fields
        if (variable := f"DRAFTER_{name.upper()}") in environ
    }


def _explain(error: ValidationError, said_in: Mapping[str, str]) -> str:
    first = error.errors()[0]
    name = str(first["loc"][0]) if first["loc"] else "?"
    known = ", ".join(sorted(Settings.model_fields))
    place = said_in.get(name, "the settings")
    if first["type"] == "extra_forbidden":
        return f"There is no setting named {name!r} (in {place}). The settings are: {known}."
    return f"The setting {name!r} in {place} cannot be used: {first['msg']}."

"""The group `carteblanche`: commands are found, and imported only when they are needed."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import click


class Commands(click.Group):
    """Finds its commands among the modules beside this one: `check.py` holds `check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted."""
        found = pkgutil.iter_modules(sys.modules[__package__].__path__)
        return sorted(module.name for module in found if not module.name.startswith("_"))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, or None."""
        if name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{__package__}.{name}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one is near: click looks among those it was told of."""
        from difflib import get_close_matches

        names = self.list_commands(ctx)
        near = get_close_matches(args[0], names, n=1)
        if near and args[0] not in names:
            ctx.fail(f"No such command '{args[0]}'. Did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="carteblanche_journeys")
@click.option("-C", "--atlas", "atlas_before", metavar="DIR", help="The atlas's folder [journeys].")
@click.pass_context
def carteblanche(ctx: click.Context, atlas_before: str | None) -> None:
    """Journeys as code for public services: draw them, find what hurts, publish them."""
    ctx.ensure_object(dict)["atlas"] = atlas_before
